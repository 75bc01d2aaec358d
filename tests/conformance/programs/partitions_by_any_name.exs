# A PartitionSupervisor that is named by a registry, and asked by names that lead nowhere.
{:ok, _} = Registry.start_link(keys: :unique, name: Names)
name = {:via, Registry, {Names, "pool"}}
spec = {Agent, fn -> :hello end}
{:ok, supervisor} = PartitionSupervisor.start_link(child_spec: spec, name: name, partitions: 3)

tried = fn function ->
  try do
    function.()
  catch
    kind, reason -> {kind, reason}
  end
end

asked = [
  fn -> PartitionSupervisor.partitions(name) end,
  fn -> PartitionSupervisor.count_children(name) end,
  fn -> length(PartitionSupervisor.which_children(name)) end,
  fn -> Agent.get({:via, PartitionSupervisor, {name, 1}}, & &1) end,
  fn -> GenServer.whereis({:via, PartitionSupervisor, {name, 1}}) |> is_pid() end,
  fn -> PartitionSupervisor.partitions({:via, Registry, {Names, "other"}}) end,
  fn -> PartitionSupervisor.count_children({:via, Registry, {Names, "other"}}) end,
  fn -> PartitionSupervisor.which_children({:via, Registry, {Names, "other"}}) end,
  fn -> PartitionSupervisor.partitions({:via, Registry, {Nowhere, "other"}}) end,
  fn -> PartitionSupervisor.partitions({:global, :nobody}) end,
  fn -> PartitionSupervisor.partitions(:nobody) end,
  fn -> PartitionSupervisor.partitions("text") end,
  fn -> Agent.get({:via, PartitionSupervisor, {{:via, Registry, {Names, "other"}}, 1}}, & &1) end
]

for each <- asked, do: IO.inspect(tried.(each))
for function <- [:partitions, :count_children, :which_children] do
  result = tried.(fn -> apply(PartitionSupervisor, function, [supervisor]) end)
  IO.inspect(if is_tuple(result), do: put_elem(result, 1, :no_matter), else: is_list(result) or result)
end
IO.inspect(tried.(fn -> Registry.start_link(keys: :unique, name: Other, compressed: :fail) end))
IO.inspect(elem(Registry.start_link(keys: :unique, name: Other, compressed: true), 0))
