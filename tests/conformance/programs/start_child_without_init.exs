# Children of modules that cannot start: what a supervisor answers, and what it does where one is lost so.
defmodule Nope do
  def hello, do: 1
end

defmodule Fine do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(x), do: {:ok, x}
end

defmodule Short do
  def of({:error, reason}), do: {:error, of(reason)}
  def of({:undef, [{module, function, args, _} | _]}), do: {:undef, module, function, args}
  def of({:EXIT, reason}), do: {:EXIT, of(reason)}
  def of({reason, child}) when is_tuple(child), do: {of(reason), child}
  def of(other), do: other
end

tried = fn f -> (try do Short.of(f.()) rescue e -> {:rescued, e.__struct__} catch kind, value -> {kind, value} end) |> IO.inspect() end
{:ok, dynamic} = DynamicSupervisor.start_link(strategy: :one_for_one)
tried.(fn -> DynamicSupervisor.start_child(dynamic, Nope) end)
tried.(fn -> DynamicSupervisor.start_child(dynamic, %{id: 1, start: {Nope, :start_link, []}}) end)
tried.(fn -> DynamicSupervisor.start_child(dynamic, %{id: 1, start: {GenServer, :start_link, [Nope, 1]}}) end)
tried.(fn -> DynamicSupervisor.start_child(dynamic, %{id: 1, start: {Agent, :start_link, [Nope, :none, [1]]}}) end)
IO.inspect(DynamicSupervisor.count_children(dynamic))

{:ok, supervisor} = Supervisor.start_link([], strategy: :one_for_one)
tried.(fn -> Supervisor.start_child(supervisor, Nope) end)
tried.(fn -> Supervisor.start_child(supervisor, %{id: 1, start: {Nope, :start_link, []}}) end)
tried.(fn -> Supervisor.start_child(supervisor, %{id: 1, start: {Missing, :start_link, [2]}}) end)
tried.(fn -> Supervisor.start_child(supervisor, %{id: 1, start: {GenServer, :start_link, [Nope, 1]}}) end)
tried.(fn -> Supervisor.start_child(supervisor, {Fine, 1}) |> elem(0) end)
IO.inspect(Supervisor.count_children(supervisor))
tried.(fn -> Agent.start(Nope, :none, [1]) end)
tried.(fn -> Agent.start(Missing, :none, []) end)
tried.(fn -> PartitionSupervisor.start_link(child_spec: Nope, name: P) end)
