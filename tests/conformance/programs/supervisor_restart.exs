# A supervisor starts a crashed child again.
defmodule Worker do
  use GenServer
  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)
  def init(name) do
    IO.puts("init #{name}")
    {:ok, name}
  end
  def handle_cast(:crash, _), do: exit(:crashed)
  def handle_call(:ping, _, s), do: {:reply, :pong, s}
end
children = [Supervisor.child_spec({Worker, :a}, id: :a), Supervisor.child_spec({Worker, :b}, id: :b)]
{:ok, sup} = Supervisor.start_link(children, strategy: :one_for_all)
first = Process.whereis(:a)
GenServer.cast(:b, :crash)
Process.sleep(50)
IO.inspect(GenServer.call(:a, :ping))
IO.inspect(Process.whereis(:a) == first)
IO.inspect(Supervisor.count_children(sup))
IO.inspect(Supervisor.which_children(sup) |> Enum.map(&elem(&1, 0)))
Supervisor.stop(sup)
IO.inspect(Process.whereis(:a))
