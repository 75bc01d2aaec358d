# Supervisors: shutdown values, order of ends, significant children, auto_shutdown, brutal kills, restart counts.
defmodule C do
  use GenServer
  def start_link({n, o}), do: GenServer.start_link(__MODULE__, {n, o}, name: n)
  def child_spec({n, o}), do: %{id: n, start: {__MODULE__, :start_link, [{n, o}]}} |> Map.merge(Map.new(o[:spec] || []))
  def init({n, o}) do
    if o[:trap], do: Process.flag(:trap_exit, true)
    IO.puts("start #{n}")
    {:ok, {n, o}}
  end
  def handle_cast({:stop, r}, s), do: {:stop, r, s}
  def handle_call(:ping, _, {n, _} = s), do: {:reply, n, s}
  def terminate(r, {n, o}) do
    IO.puts("end #{n} #{inspect(r)}")
    if o[:slow], do: Process.sleep(o[:slow])
    IO.puts("ended #{n}")
  end
end
Process.flag(:trap_exit, true)
mail = fn f -> receive do {:EXIT, _, r} -> IO.inspect({:exit, r}); f.(f) after 5 -> :ok end end
kids = [{C, {:a, trap: true}}, {C, {:b, trap: true, slow: 50, spec: [shutdown: 10]}}, {C, {:c, spec: [shutdown: :brutal_kill], trap: true}}, {C, {:d, []}}, {C, {:e, trap: true, slow: 30, spec: [shutdown: :infinity]}}]
{:ok, sup} = Supervisor.start_link(kids, strategy: :one_for_one)
IO.inspect(Supervisor.stop(sup))
mail.(mail)
for auto <- [:never, :any_significant, :all_significant] do
  IO.inspect(auto)
  kids = [{C, {:a, trap: true}}, {C, {:s1, spec: [restart: :transient, significant: true]}}, {C, {:s2, spec: [restart: :temporary, significant: true]}}]
  case Supervisor.start_link(kids, strategy: :one_for_one, auto_shutdown: auto) do
    {:ok, sup} ->
      for n <- [:s1, :s2], Process.whereis(n), do: (GenServer.cast(n, {:stop, :normal}); Process.sleep(40); IO.inspect({n, Process.alive?(sup)}))
      if Process.alive?(sup), do: Supervisor.stop(sup)
    o -> IO.inspect(o)
  end
  mail.(mail)
end
IO.inspect(Supervisor.start_link([{C, {:a, spec: [significant: true]}}], strategy: :one_for_one, auto_shutdown: :any_significant))
mail.(mail)
IO.inspect(Supervisor.start_link([{C, {:a, []}}, {C, {:a, []}}], strategy: :one_for_one))
mail.(mail)
{:ok, sup} = Supervisor.start_link([{C, {:a, []}}, {C, {:b, []}}], strategy: :rest_for_one, max_restarts: 1, max_seconds: 3)
IO.inspect(Supervisor.terminate_child(sup, :a))
IO.inspect(Supervisor.restart_child(sup, :b))
IO.inspect(Supervisor.restart_child(sup, :zz))
IO.inspect(Supervisor.delete_child(sup, :b))
IO.inspect(Supervisor.delete_child(sup, :a))
IO.inspect(Supervisor.count_children(sup))
IO.inspect(case Supervisor.start_child(sup, {C, {:z, trap: true}}) do {:ok, p} -> is_pid(p) end)
IO.inspect(case Supervisor.start_child(sup, {C, {:z, trap: true}}) do {:error, {:already_started, p}} -> is_pid(p) end)
IO.inspect(Supervisor.start_child(sup, %{id: :q, start: {C, :nope, []}}) |> then(fn {:error, {{:EXIT, {u, _}}, _}} -> u end))
IO.inspect(Supervisor.which_children(sup) |> Enum.map(fn {i, p, t, m} -> {i, is_pid(p), t, m} end))
GenServer.cast(:b, {:stop, :x1})
Process.sleep(40)
IO.inspect(Process.alive?(sup))
GenServer.cast(:b, {:stop, :x2})
Process.sleep(40)
IO.inspect(Process.alive?(sup))
mail.(mail)
