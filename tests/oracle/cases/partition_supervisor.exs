# A partition supervisor has the same child many times; a key finds one of them, an integer by its remainder.
defmodule Echo do
  use GenServer
  def start_link(name), do: GenServer.start_link(Echo, name)
  def init(name), do: {:ok, name}
  def handle_call(request, _, name), do: {:reply, {name, request}, name}
end

defmodule Main do
  def main do
    {:ok, _} =
      PartitionSupervisor.start_link(
        child_spec: {Echo, :e},
        name: Echoes,
        partitions: 3,
        with_arguments: fn [name], n -> [{name, n}] end
      )

    IO.inspect(PartitionSupervisor.which_children(Echoes))
    IO.inspect(PartitionSupervisor.count_children(Echoes))
    IO.inspect(PartitionSupervisor.partitions(Echoes))

    for key <- [0, 1, 2, 3, 7, -4],
        do: IO.inspect(GenServer.call({:via, PartitionSupervisor, {Echoes, key}}, key))

    name = {:via, PartitionSupervisor, {Echoes, 1}}
    first = GenServer.whereis(name)
    Process.exit(first, :kill)
    Process.sleep(10)
    IO.inspect({GenServer.whereis(name) == first, GenServer.call(name, :again)})
  end
end

Main.main()
