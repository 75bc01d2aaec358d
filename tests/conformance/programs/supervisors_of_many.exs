# DynamicSupervisor with its limits, PartitionSupervisor with its partitions.
defmodule W do
  use GenServer, restart: :temporary
  def start_link(a), do: GenServer.start_link(__MODULE__, a)
  def start_link(x, a), do: GenServer.start_link(__MODULE__, {x, a})
  def init(:ignore), do: :ignore
  def init(:stop), do: {:stop, :no}
  def init(a), do: {:ok, a}
  def handle_call(:get, _, s), do: {:reply, s, s}
end
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one, max_children: 3, extra_arguments: [])
IO.inspect(for a <- [1, :ignore, :stop, 2, 3, 4], do: (case DynamicSupervisor.start_child(d, {W, a}) do {:ok, p} -> {:ok, is_pid(p)}; o -> o end))
IO.inspect(DynamicSupervisor.count_children(d))
[{_, p, _, _} | _] = DynamicSupervisor.which_children(d)
IO.inspect(DynamicSupervisor.terminate_child(d, p))
IO.inspect(DynamicSupervisor.terminate_child(d, p))
IO.inspect(DynamicSupervisor.start_child(d, %{id: 1, start: {W, :nope, []}}) |> elem(0))
IO.inspect(DynamicSupervisor.start_child(d, %{start: {W, :start_link, [1]}}))
IO.inspect(DynamicSupervisor.start_child(d, {W, 9}) |> elem(0))
IO.inspect(length(DynamicSupervisor.which_children(d)))
{:ok, e} = DynamicSupervisor.start_link(strategy: :one_for_one, extra_arguments: [:ex])
{:ok, c} = DynamicSupervisor.start_child(e, {W, 1})
IO.inspect(GenServer.call(c, :get))
{:ok, ps} = PartitionSupervisor.start_link(child_spec: {Agent, fn -> 0 end}, name: PS, partitions: 3)
for i <- 0..5, do: Agent.update({:via, PartitionSupervisor, {PS, i}}, &(&1 + i))
IO.inspect(for i <- 0..2, do: Agent.get({:via, PartitionSupervisor, {PS, i}}, & &1))
IO.inspect(PartitionSupervisor.partitions(PS))
IO.inspect(PartitionSupervisor.count_children(PS))
IO.inspect(PartitionSupervisor.which_children(PS) |> Enum.map(&elem(&1, 0)) |> Enum.sort)
[{_, a, _, _} | _] = PartitionSupervisor.which_children(PS)
Process.exit(a, :kill)
Process.sleep(2)
IO.inspect(for i <- 0..2, do: Agent.get({:via, PartitionSupervisor, {PS, i}}, & &1) > -1)
IO.inspect(GenServer.whereis({:via, PartitionSupervisor, {PS, 4}}) == GenServer.whereis({:via, PartitionSupervisor, {PS, 1}}))
IO.inspect(PartitionSupervisor.stop(PS))
IO.inspect(Process.alive?(ps))
IO.inspect(DynamicSupervisor.stop(d, :shutdown))
