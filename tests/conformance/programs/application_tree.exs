# A tree of supervisors of modules with children of every restart, killed from the leaves up, with counts at each step.
defmodule Leaf do
  use GenServer
  def start_link({name, boot}), do: GenServer.start_link(__MODULE__, {name, boot}, name: name)
  def init({name, boot}) do
    n = Agent.get_and_update(Starts, fn m -> n = Map.get(m, name, 0) + 1; {n, Map.put(m, name, n)} end)
    IO.puts("#{name} start #{n}")
    if boot == :flaky and n == 2, do: {:stop, :flaky}, else: {:ok, name}
  end
  def handle_cast({:crash, r}, _), do: exit(r)
end
defmodule Mid do
  use Supervisor
  def start_link({name, strategy, kids}), do: Supervisor.start_link(__MODULE__, {strategy, kids}, name: name)
  def init({strategy, kids}) do
    kids = for {n, r, b} <- kids, do: Supervisor.child_spec({Leaf, {n, b}}, id: n, restart: r)
    Supervisor.init(kids, strategy: strategy, max_restarts: 3, max_seconds: 5)
  end
end
{:ok, _} = Agent.start_link(fn -> %{} end, name: Starts)
Process.flag(:trap_exit, true)
{:ok, top} = Supervisor.start_link([
  Supervisor.child_spec({Mid, {:m1, :one_for_all, [{:a, :permanent, :ok}, {:b, :transient, :ok}, {:c, :temporary, :ok}]}}, id: 1),
  Supervisor.child_spec({Mid, {:m2, :rest_for_one, [{:d, :permanent, :ok}, {:e, :permanent, :flaky}, {:f, :permanent, :ok}]}}, id: 2)
], strategy: :one_for_one, max_restarts: 1)
counts = fn -> for s <- [:m1, :m2], do: (if Process.whereis(s), do: IO.inspect({s, Supervisor.count_children(s)}), else: IO.inspect({s, :gone})) end
counts.()
GenServer.cast(:b, {:crash, :one}); Process.sleep(50); counts.()
GenServer.cast(:a, {:crash, :shutdown}); Process.sleep(50); counts.()
GenServer.cast(:d, {:crash, :two}); Process.sleep(50); counts.()
GenServer.cast(:f, {:crash, :normal}); Process.sleep(50); counts.()
Process.exit(Process.whereis(:m1), :kill); Process.sleep(50); counts.()
Process.exit(Process.whereis(:m2), :kill); Process.sleep(50)
receive do {:EXIT, ^top, r} -> IO.inspect({:top, r}) after 20 -> counts.() end
IO.inspect(Agent.get(Starts, & &1))
