# Servers of modules that have no init/1, that do not exist, or that are Erlang's own: none starts.
defmodule Nope do
  def hello, do: 1
end

defmodule Short do
  def of({:error, reason}), do: {:error, of(reason)}
  def of({:undef, [{module, function, args, _} | _]}), do: {:undef, module, function, args}
  def of({:shutdown, {:failed_to_start_child, id, reason}}), do: {:failed, id, of(reason)}
  def of({:EXIT, reason}), do: {:EXIT, of(reason)}
  def of({{:EXIT, reason}, child}), do: {{:EXIT, of(reason)}, elem(child, 3)}
  def of({:bad_return, _} = reason), do: reason
  def of({{:undef, _} = reason, child}), do: {of(reason), elem(child, 3)}
  def of(other), do: other
end

tried = fn f -> (try do Short.of(f.()) rescue e -> {:rescued, e.__struct__} catch kind, value -> {kind, Short.of(value)} end) |> IO.inspect() end
Process.flag(:trap_exit, true)

for module <- [Nope, Missing, :lists, :missing] do
  tried.(fn -> GenServer.start(module, 1) end)
  tried.(fn -> GenServer.start_link(module, 1) end)
  tried.(fn -> GenServer.start(module, 1, name: :named) end)
  IO.inspect(Process.whereis(:named))
  tried.(fn -> :gen_server.start(module, 1, []) end)
  tried.(fn -> Supervisor.start_link(module, 1) end)
  tried.(fn -> DynamicSupervisor.start_link(module, 1) end)
  tried.(fn -> :supervisor.start_link(module, 1) end)
  tried.(fn -> Supervisor.start_link([module], strategy: :one_for_one) end)
  tried.(fn -> Supervisor.start_link([%{id: 1, start: {module, :start_link, [1]}}], strategy: :one_for_one) end)
  tried.(fn -> Supervisor.start_link([%{id: 1, start: {GenServer, :start_link, [module, 1]}}], strategy: :one_for_one) end)
end

Process.sleep(5)
{:messages, messages} = Process.info(self(), :messages)
IO.inspect(Enum.frequencies_by(messages, fn {:EXIT, _, reason} -> Short.of(reason) end) |> Enum.sort())
