# DynamicSupervisor: limits, restarts of each kind, children that are not started, counting, and max_restarts.
defmodule W do
  use GenServer
  def start_link(:ignore), do: :ignore
  def start_link(:error), do: {:error, :why}
  def start_link(:odd), do: :odd
  def start_link(:raise), do: raise "no"
  def start_link({:extra, a}), do: (IO.inspect({:got, a}); GenServer.start_link(__MODULE__, a))
  def start_link(a, b), do: (IO.inspect({:two, a, b}); GenServer.start_link(__MODULE__, {a, b}))
  def init(a), do: {:ok, a}
  def handle_call(:get, _, s), do: {:reply, s, s}
  def handle_cast({:stop, r}, s), do: {:stop, r, s}
end
Process.flag(:trap_exit, true)
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one, max_children: 3, max_restarts: 2, max_seconds: 5)
spec = fn a, r -> %{id: W, start: {W, :start_link, [a]}, restart: r} end
short = fn {:ok, p} when is_pid(p) -> :ok; {:error, {%{__exception__: true} = e, _}} -> {:error, e}; {:error, {:EXIT, {e, _}}} -> {:error, {:EXIT, e}}; o -> o end
for a <- [:ignore, :error, :odd, :raise], do: IO.inspect(short.(DynamicSupervisor.start_child(d, spec.(a, :permanent))))
for s <- [{W, {:extra, 1}}, %{}, %{start: {W, :start_link, [1]}, restart: :no}, %{start: {W, 1}}, {W, :start_link, []}, 5, %{start: {W, :start_link, [{:extra, 1}]}, shutdown: :x}] do
  IO.inspect(try do short.(DynamicSupervisor.start_child(d, s)) rescue e -> e.__struct__ end)
end
IO.inspect(DynamicSupervisor.count_children(d))
pids = for r <- [:permanent, :transient, :temporary], do: elem(DynamicSupervisor.start_child(d, spec.({:extra, r}, r)), 1)
IO.inspect(Enum.map(pids, &is_pid/1))
IO.inspect(DynamicSupervisor.count_children(d))
for reason <- [:normal, :shutdown, {:shutdown, 1}] do
  for {_, p, _, _} <- DynamicSupervisor.which_children(d), do: GenServer.cast(p, {:stop, reason})
  Process.sleep(5)
  if Process.alive?(d), do: IO.inspect({reason, DynamicSupervisor.count_children(d)}), else: IO.inspect({reason, :dead})
end
receive do {:EXIT, ^d, r} -> IO.inspect(r) after 5 -> IO.puts("lives") end
{:ok, d} = DynamicSupervisor.start_link(strategy: :one_for_one, extra_arguments: [:first])
IO.inspect(short.(DynamicSupervisor.start_child(d, %{id: 1, start: {W, :start_link, [:second]}})))
[{_, p, _, _}] = DynamicSupervisor.which_children(d)
IO.inspect(DynamicSupervisor.which_children(d) |> Enum.map(fn {a, b, c, e} -> {a, is_pid(b), c, e} end))
IO.inspect(DynamicSupervisor.terminate_child(d, p))
IO.inspect(DynamicSupervisor.terminate_child(d, p))
IO.inspect(try do DynamicSupervisor.terminate_child(d, :x) rescue e -> e.__struct__ end)
IO.inspect(DynamicSupervisor.stop(d))
for o <- [[strategy: :one_for_all], [strategy: :one_for_one, max_restarts: -1], [strategy: :one_for_one, max_children: 0], [], [strategy: :one_for_one, max_seconds: 0], [strategy: :one_for_one, extra_arguments: 1]] do
  r = try do DynamicSupervisor.start_link(o) |> short.() rescue e -> e end
  IO.inspect({o, r})
end
receive do {:EXIT, _, r} -> IO.inspect(r) after 0 -> :ok end
