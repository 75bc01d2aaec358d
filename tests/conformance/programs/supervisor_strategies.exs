# one_for_one, one_for_all, rest_for_one: who is started again.
defmodule W do
  use GenServer
  def start_link(name), do: GenServer.start_link(__MODULE__, name, name: name)
  def init(name), do: {:ok, name}
  def handle_cast(:die, _), do: exit(:shutdown)
end

for strategy <- [:one_for_one, :one_for_all, :rest_for_one] do
  children = for n <- [:a, :b, :c], do: Supervisor.child_spec({W, n}, id: n)
  {:ok, sup} = Supervisor.start_link(children, strategy: strategy)
  before = Enum.map([:a, :b, :c], &Process.whereis/1)
  GenServer.cast(:b, :die)
  Process.sleep(10)
  now = Enum.map([:a, :b, :c], &Process.whereis/1)
  changed = Enum.zip(before, now) |> Enum.map(fn {x, y} -> x != y end)
  IO.inspect({strategy, changed})
  Supervisor.stop(sup)
end
