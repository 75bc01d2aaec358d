# What a partition supervisor says of wrong options, and of one that there is not.
defmodule Echo do
  use GenServer
  def start_link(name), do: GenServer.start_link(Echo, name)
  def init(name), do: {:ok, name}
  def handle_call(request, _, name), do: {:reply, {name, request}, name}
end

defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    child = {Echo, :e}

    calls = [
      fn -> PartitionSupervisor.start_link(child_spec: child) end,
      fn -> PartitionSupervisor.start_link(name: :echoes) end,
      fn -> PartitionSupervisor.start_link(child_spec: child, name: :echoes, partitions: 0) end,
      fn ->
        PartitionSupervisor.start_link(
          child_spec: child,
          name: :echoes,
          with_arguments: fn _, n -> n end,
          partitions: 1
        )
      end,
      fn -> PartitionSupervisor.partitions(:nope) end,
      fn -> GenServer.call({:via, PartitionSupervisor, {:nope, 1}}, :hello) end,
      fn ->
        {:ok, _} = PartitionSupervisor.start_link(child_spec: child, name: :echoes, partitions: 1)
        GenServer.start_link(Echo, 1, name: {:via, PartitionSupervisor, {:echoes, 1}}) |> elem(0)
      end,
      fn -> PartitionSupervisor.start_link(child_spec: child, name: :echoes) |> elem(0) end
    ]

    for call <- calls do
      try do
        IO.inspect(call.())
      rescue
        error -> IO.inspect(error)
      catch
        :exit, reason -> IO.inspect(reason)
      end
    end
  end
end

Main.main()
