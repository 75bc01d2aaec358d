# Who is restarted with whom, in which order children end and start, and what a supervisor says of them.
defmodule Child do
  use GenServer
  def start_link({name, to}), do: GenServer.start_link(Child, {name, to}, name: name)
  def init({name, to}) do
    Process.flag(:trap_exit, true)
    send(to, {:start, name})
    {:ok, {name, to}}
  end
  def handle_cast(:crash, s), do: {:stop, :crash, s}
  def handle_cast(:normal, s), do: {:stop, :normal, s}
  def terminate(r, {name, to}), do: send(to, {:end, name, r})
end

told = fn -> f = fn f -> receive do m -> [m | f.(f)] after 20 -> [] end end; IO.inspect(f.(f), width: 200) end

for strategy <- [:one_for_one, :one_for_all, :rest_for_one], restart <- [:permanent, :transient, :temporary] do
  IO.inspect({strategy, restart})
  children = for n <- [:a, :b, :c], do: Supervisor.child_spec({Child, {n, self()}}, id: n, restart: restart)
  {:ok, sup} = Supervisor.start_link(children, strategy: strategy)
  told.()
  GenServer.cast(:b, :crash)
  told.()
  if Process.whereis(:a), do: GenServer.cast(:a, :normal)
  told.()
  IO.inspect(Supervisor.count_children(sup))
  Supervisor.stop(sup)
  told.()
end
