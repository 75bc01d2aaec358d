# A GenServer whose module does not `use GenServer`: what it lacks is undefined, and stray messages are nobody's.
defmodule Bare do
  def init(x), do: {:ok, x}
end

defmodule Some do
  def init(x), do: {:ok, x}
  def handle_call(:a, _, s), do: {:reply, s, s}
end

defmodule Continues do
  def init(x), do: {:ok, x, {:continue, :more}}
end

short = fn
  {:exit, {{:undef, [{module, function, [first | _], _} | _]}, {GenServer, :call, [_, request, _]}}} -> {:undef, module, function, first, request}
  {:exit, {{:function_clause, [{module, function, [first | _], _} | _]}, _}} -> {:function_clause, module, function, first}
  other -> other
end
tried = fn f -> (try do f.() catch kind, value -> {kind, value} end) |> short.() |> IO.inspect() end

{:ok, a} = GenServer.start(Bare, 1)
tried.(fn -> GenServer.call(a, :x) end)
{:ok, b} = GenServer.start(Some, 2)
tried.(fn -> GenServer.call(b, :a) end)
send(b, :stray)
send(b, {:stray, 2})
tried.(fn -> GenServer.call(b, :a) end)
tried.(fn -> :sys.get_state(b) end)
tried.(fn -> GenServer.call(b, :x) end)
{:ok, c} = GenServer.start(Some, 3)
tried.(fn -> GenServer.stop(c) end)

for {module, act} <- [{Some, &GenServer.cast(&1, :x)}, {Bare, &GenServer.cast(&1, {:x, 1})}, {Continues, fn _ -> :ok end}] do
  {:ok, pid} = GenServer.start(module, 1)
  Process.monitor(pid)
  act.(pid)
  receive do
    {:DOWN, _, _, _, {:undef, [{module, function, args, _} | _]}} -> IO.inspect({:down, module, function, args})
    {:DOWN, _, _, _, reason} -> IO.inspect({:down, reason})
  end
end
IO.inspect({function_exported?(Bare, :handle_call, 3), function_exported?(Bare, :child_spec, 1)})
Process.sleep(50)
