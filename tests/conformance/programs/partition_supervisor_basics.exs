# A PartitionSupervisor spreads work over partitions by a key.
{:ok, _} = PartitionSupervisor.start_link(child_spec: {Agent, fn -> [] end}, name: Parts, partitions: 3)
IO.inspect(PartitionSupervisor.partitions(Parts))
for n <- 0..5, do: Agent.update({:via, PartitionSupervisor, {Parts, n}}, &[n | &1])
for n <- 0..2, do: IO.inspect(Agent.get({:via, PartitionSupervisor, {Parts, n}}, & &1))
IO.inspect(PartitionSupervisor.count_children(Parts))
IO.inspect(PartitionSupervisor.which_children(Parts) |> Enum.map(&elem(&1, 0)) |> Enum.sort())
