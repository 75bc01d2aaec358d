# How many turns others get while a process asks whether another is alive, to which something is on its way.
defmodule Ticks do
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))
  def turns(f, setup \\ fn -> nil end) do
    me = self()
    c = :counters.new(1, [])
    {worker, ref} = spawn_monitor(fn ->
      x = setup.()
      receive do :go -> :ok end
      a = :counters.get(c, 1)
      result = try do if is_function(f, 1), do: f.(x), else: f.() catch kind, _ -> kind end
      b = :counters.get(c, 1)
      send(me, {:turns, b - a, result})
    end)
    ticker = spawn(fn -> receive do :go -> loop(c, 60) end end)
    Process.sleep(20)
    send(ticker, :go)
    send(worker, :go)
    receive do {:turns, n, _} -> receive do {:DOWN, ^ref, _, _, _} -> n end end
  end
end

defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(x, _, s), do: {:reply, x, s}
  def handle_cast(_, s), do: {:noreply, s}
end
server = fn -> {:ok, s} = GenServer.start(S, 1); s end
caller = fn -> s = server.(); {s, spawn(fn -> receive do :go -> GenServer.call(s, 1) end end)} end
idle = fn -> spawn(fn -> receive do :never -> 1 end end) end
traps = fn -> spawn(fn -> Process.flag(:trap_exit, true); receive do :never -> 1 end end) end
watches = fn -> q = idle.(); {q, spawn(fn -> Process.monitor(q); receive do :never -> 1 end end)} end
links = fn -> q = idle.(); {q, spawn(fn -> Process.flag(:trap_exit, true); Process.link(q); receive do :never -> 1 end end)} end
cases = [
  nothing: {fn p -> Process.alive?(p) end, idle},
  message: {fn p -> send(p, :x); Process.alive?(p) end, idle},
  call: {fn s -> spawn(fn -> GenServer.call(s, 1) end); :erlang.yield(); Process.alive?(s) end, server},
  call_infinity: {fn s -> spawn(fn -> GenServer.call(s, 1, :infinity) end); :erlang.yield(); Process.alive?(s) end, server},
  cast: {fn s -> GenServer.cast(s, 1); Process.alive?(s) end, server},
  replied: {fn {_, c} -> send(c, :go); :erlang.yield(); :erlang.yield(); Process.alive?(c) end, caller},
  calls: {fn {_, c} -> send(c, :go); :erlang.yield(); Process.alive?(c) end, caller},
  exit: {fn p -> Process.exit(p, :x); Process.alive?(p) end, traps},
  down: {fn {q, w} -> Process.exit(q, :kill); :erlang.yield(); Process.alive?(w) end, watches},
  linked: {fn {q, w} -> Process.exit(q, :kill); :erlang.yield(); Process.alive?(w) end, links},
  monitored: {fn p -> Process.monitor(p); Process.alive?(p) end, idle},
  kill: {fn p -> Process.exit(p, :kill); Process.alive?(p) end, idle},
]
run = fn -> for {n, {f, s}} <- cases, do: {n, Ticks.turns(f, s)} end
run.()
for {n, t} <- run.(), do: IO.puts("#{n} #{t}")
