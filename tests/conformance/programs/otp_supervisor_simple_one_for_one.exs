# A supervisor with the strategy :simple_one_for_one: children of one kind, with arguments of their own.
defmodule W do
  use GenServer
  def start_link(a, :err), do: {:error, {:no, a}}
  def start_link(_, :ignore), do: :ignore
  def start_link(_, :raise), do: raise "oops"
  def start_link(_, :extra), do: {:ok, spawn_link(fn -> Process.sleep(:infinity) end), :info}
  def start_link(a, b), do: GenServer.start_link(__MODULE__, {a, b})
  def init({_, {:once, key}} = x) do
    if :persistent_term.get(key, nil), do: {:stop, :second}, else: (:persistent_term.put(key, 1); {:ok, x})
  end
  def init(x), do: {:ok, x}
  def terminate(r, s), do: IO.inspect({:terminate, r, s})
end
Logger.configure(level: :emergency)
spec = fn restart -> %{id: W, start: {W, :start_link, [1]}, restart: restart} end
defmodule Sup do
  def start_link(spec, opts \\ %{}), do: :supervisor.start_link(__MODULE__, {Map.merge(%{strategy: :simple_one_for_one, intensity: 3}, opts), spec})
  def init({flags, spec}), do: {:ok, {flags, [spec]}}
end
Process.flag(:trap_exit, true)
for restart <- [:permanent, :transient, :temporary] do
  IO.puts("-- #{restart}")
  {:ok, s} = Sup.start_link(spec.(restart))
  {:ok, a} = :supervisor.start_child(s, [:a])
  {:ok, b} = :supervisor.start_child(s, [:b])
  for x <- [:err, :ignore, :raise, :extra] do
    r = :supervisor.start_child(s, [x])
    IO.inspect(case r do {:error, {:EXIT, {e, _}}} -> {:error, {:EXIT, e}}; {:ok, p, i} -> {:ok, is_pid(p), i}; o -> o end)
  end
  show = fn -> IO.inspect({:supervisor.count_children(s), Enum.map(:supervisor.which_children(s), fn {id, p, t, m} -> {id, is_pid(p) || p, t, m} end)}) end
  show.()
  Process.exit(a, :kill)
  Process.sleep(1)
  show.()
  GenServer.stop(b)
  Process.sleep(1)
  show.()
  IO.inspect(:supervisor.terminate_child(s, a))
  IO.inspect(:supervisor.terminate_child(s, W))
  IO.inspect(:supervisor.delete_child(s, W))
  IO.inspect(:supervisor.restart_child(s, W))
  IO.inspect(:supervisor.get_childspec(s, W))
  IO.inspect(:supervisor.get_childspec(s, a))
  [{_, p, _, _} | _] = :supervisor.which_children(s)
  IO.inspect(:supervisor.get_childspec(s, p))
  IO.inspect(:supervisor.terminate_child(s, p))
  show.()
  IO.inspect(:sys.get_state(s) |> elem(3))
  IO.inspect(:sys.get_state(s) |> elem(4) |> elem(0))
  {:ok, c} = :supervisor.start_child(s, [:c])
  for n <- 1..5, restart != :temporary, Process.alive?(s) do
    case :supervisor.which_children(s) do
      [{_, p, _, _} | _] when is_pid(p) -> Process.exit(p, :kill)
      _ -> :ok
    end
    Process.sleep(1)
    if Process.alive?(s), do: IO.inspect({n, :supervisor.count_children(s)}), else: IO.puts("gone at #{n}")
  end
  _ = c
  if Process.alive?(s), do: (Process.unlink(s); Supervisor.stop(s))
end
for _ <- 1..2, do: (receive do {:EXIT, _, r} -> IO.inspect(r) after 0 -> IO.puts("none") end)
{:ok, s} = Sup.start_link(spec.(:permanent))
{:ok, o} = :supervisor.start_child(s, [{:once, :k}])
Process.exit(o, :kill)
Process.sleep(5)
IO.inspect(Process.alive?(s))
IO.inspect(:supervisor.start_link(Sup, {%{strategy: :simple_one_for_one}, [1]} ) )
defmodule Two do
  def init(n), do: {:ok, {%{strategy: :simple_one_for_one}, List.duplicate(%{id: W, start: {W, :start_link, []}}, n)}}
end
IO.inspect(:supervisor.start_link(Two, 0))
IO.inspect(:supervisor.start_link(Two, 2))
