# How many turns others get while a server or a task that fails is reported.
defmodule Ticks do
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))

  def turns(f) do
    me = self()
    c = :counters.new(1, [])
    {worker, ref} = spawn_monitor(fn ->
      Process.flag(:min_heap_size, 100_000)
      :erlang.garbage_collect()
      receive do :go -> :ok end
      a = :counters.get(c, 1)
      result = try do f.() catch kind, _ -> kind end
      b = :counters.get(c, 1)
      send(me, {:turns, b - a, result})
    end)
    ticker = spawn(fn -> receive do :go -> loop(c, 60) end end)
    send(ticker, :go)
    send(worker, :go)
    receive do {:turns, n, _} -> receive do {:DOWN, ^ref, _, _, _} -> n end end
  end
end
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(:raise, _, _), do: raise "x"
  def handle_call(:throw, _, _), do: throw(:ball)
  def handle_call(:exit, _, _), do: exit(:ball)
  def handle_call(:exit_shutdown, _, _), do: exit(:shutdown)
  def handle_call(:err, _, _), do: :erlang.error(:foo)
  def handle_call(:bad, _, _), do: :bad
  def handle_call(:fc, _, _), do: Process.get(:no).x
  def handle_call({:stop, r}, _, s), do: {:stop, r, s}
end
# A process in whose small heap garbage is collected while it reports or receives gives way once more.
heap = [spawn_opt: [min_heap_size: 100_000]]
Process.flag(:trap_exit, true)
{:ok, ts} = Task.Supervisor.start_link()
c = fn x -> fn -> {:ok, s} = GenServer.start(S, 1, heap); GenServer.call(s, x) end end
cb = fn x -> fn -> {:ok, s} = GenServer.start(S, Enum.to_list(1..200), heap); GenServer.call(s, x) end end
cases = [
  raise: c.(:raise), throw: c.(:throw), exit: c.(:exit), exit_shutdown: c.(:exit_shutdown), err: c.(:err),
  bad: c.(:bad), fc: c.(:fc), stop: c.({:stop, :odd}), stop_tuple: c.({:stop, {:odd, 1}}),
  big_raise: cb.(:raise), big_exit: cb.(:exit), big_stop: cb.({:stop, :odd}),
  sys_term: fn -> {:ok, s} = GenServer.start(S, 1, heap); GenServer.stop(s, :odd) end,
  exit_sig: fn -> {:ok, s} = GenServer.start(S, 1, heap); r = Process.monitor(s); Process.exit(s, :odd); receive do {:DOWN, ^r, _, _, _} -> 1 end end,
  task_raise: fn -> Process.flag(:trap_exit, true); Task.await(Task.async(fn -> raise "x" end)) end,
  task_exit: fn -> Process.flag(:trap_exit, true); Task.await(Task.async(fn -> exit(:x) end)) end,
  task_throw: fn -> Process.flag(:trap_exit, true); Task.await(Task.async(fn -> throw(:x) end)) end,
  nolink: fn -> Task.await(Task.Supervisor.async_nolink(ts, fn -> raise "x" end)) end,
  nolink_exit: fn -> Task.await(Task.Supervisor.async_nolink(ts, fn -> exit(:x) end)) end,
  spawn_raise: fn -> {_, r} = spawn_monitor(fn -> raise "x" end); receive do {:DOWN, ^r, _, _, _} -> 1 end end,
  agent_raise: fn -> {:ok, a} = Agent.start(fn -> 1 end, heap); Agent.get(a, fn _ -> raise "x" end) end,
  agent_exit: fn -> {:ok, a} = Agent.start(fn -> 1 end, heap); Agent.get(a, fn _ -> exit(:x) end) end,
  agent_throw: fn -> {:ok, a} = Agent.start(fn -> 1 end, heap); Agent.get(a, fn _ -> throw(:x) end) end,
]
run = fn -> for {n, f} <- cases do {n, Ticks.turns(f)} end end
run.()
for {n, x} <- run.(), do: IO.puts("#{n} #{x}")
