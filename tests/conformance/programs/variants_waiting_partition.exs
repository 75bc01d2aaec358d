# Waiting partition, in many forms.
{:ok, a} = Agent.start_link(fn -> [] end)
defmodule W do
  use GenServer
  def start_link(x), do: GenServer.start_link(__MODULE__, x)
  def init(x), do: (Process.sleep(2); {:ok, x})
  def handle_call(:get, _, s), do: {:reply, s, s}
end
{:ok, _} = PartitionSupervisor.start_link(child_spec: {W, :x}, name: PS, partitions: 3, with_arguments: fn [x], i -> Agent.update(a, &[i | &1]); Process.sleep(1); [{x, i}] end)
IO.inspect(Agent.get(a, & &1))
for i <- 0..2, do: IO.inspect(GenServer.call({:via, PartitionSupervisor, {PS, i}}, :get))
IO.inspect(PartitionSupervisor.partitions(PS))
IO.inspect(PartitionSupervisor.count_children(PS))
IO.inspect(Enum.map(PartitionSupervisor.which_children(PS), fn {i, p, t, m} -> {i, is_pid(p), t, m} end))
IO.inspect(GenServer.call({:via, PartitionSupervisor, {PS, 7}}, :get))
IO.inspect(GenServer.call({:via, PartitionSupervisor, {PS, -1}}, :get) |> elem(0))
r = try do GenServer.call({:via, PartitionSupervisor, {Nope, 1}}, :get) rescue e -> Exception.message(e) catch k, r -> {k, r} end
IO.inspect(r)
r = try do PartitionSupervisor.start_link(child_spec: {W, 1}) rescue e -> Exception.message(e) end
IO.inspect(r)
r = try do PartitionSupervisor.start_link(name: X1) rescue e -> Exception.message(e) end
IO.inspect(r)
r = try do PartitionSupervisor.start_link(child_spec: {W, 1}, name: X2, partitions: 0) rescue e -> Exception.message(e) end
IO.inspect(r)
r = try do PartitionSupervisor.start_link(child_spec: {W, 1}, name: X3, with_arguments: 5) rescue e -> Exception.message(e) end
IO.inspect(r)
r = try do PartitionSupervisor.start_link(child_spec: {W, 1}, name: "x") rescue e -> Exception.message(e) end
IO.inspect(r)
