# What `use GenServer` gives a module that defines nothing but init/1.
defmodule Plain do
  use GenServer
  def init(x), do: {:ok, x}
end

tried = fn f ->
  try do
    f.()
  catch
    :exit, {{%RuntimeError{message: message}, _}, {GenServer, :call, _}} -> String.replace(message, ~r/#PID<[\d.]+>/, "PID")
  end
  |> IO.inspect()
end
{:ok, a} = GenServer.start(Plain, 1)
tried.(fn -> GenServer.call(a, :x) end)
{:ok, b} = GenServer.start(Plain, 1, name: :plain)
tried.(fn -> GenServer.call(:plain, {:x, 1}) end)
{:ok, c} = GenServer.start(Plain, 1)
ref = Process.monitor(c)
GenServer.cast(c, :x)
receive do {:DOWN, ^ref, _, _, {%RuntimeError{message: message}, _}} -> IO.puts(String.replace(message, ~r/#PID<[\d.]+>/, "PID")) end
{:ok, d} = GenServer.start(Plain, 1)
send(d, :stray)
IO.inspect(:sys.get_state(d))
IO.inspect(Plain.child_spec(1))
IO.inspect(for {f, a} <- [init: 1, handle_call: 3, handle_cast: 2, handle_info: 2, handle_continue: 2, terminate: 2, code_change: 3, child_spec: 1], do: {f, function_exported?(Plain, f, a)})
Process.sleep(50)
