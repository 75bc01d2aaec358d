# How many turns others get while a process asks whether another is alive, to which a message goes before a signal.
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
  def handle_info(_, s), do: {:noreply, s}
end
server = fn -> {:ok, s} = GenServer.start(S, 1); s end
caller = fn -> s = server.(); {s, spawn(fn -> receive do :go -> GenServer.call(s, 1) end end)} end
idle = fn -> spawn(fn -> receive do :never -> 1 end end) end
traps = fn -> spawn(fn -> Process.flag(:trap_exit, true); receive do :never -> 1 end end) end
watches = fn -> q = idle.(); {q, spawn(fn -> Process.monitor(q); receive do :never -> 1 end end)} end
links = fn -> q = idle.(); {q, spawn(fn -> Process.flag(:trap_exit, true); Process.link(q); receive do :never -> 1 end end)} end
cases = [
  text_call: {fn s -> send(s, "t"); spawn(fn -> GenServer.call(s, 1) end); :erlang.yield(); Process.alive?(s) end, server},
  cast_call: {fn s -> GenServer.cast(s, 1); spawn(fn -> GenServer.call(s, 1) end); :erlang.yield(); Process.alive?(s) end, server},
  same: {fn s -> spawn(fn -> send(s, "t"); GenServer.call(s, 1) end); :erlang.yield(); Process.alive?(s) end, server},
  sys: {fn s -> spawn(fn -> send(s, "t"); :sys.resume(s) end); :erlang.yield(); Process.alive?(s) end, server},
  two_calls: {fn s -> for(_ <- 1..2, do: spawn(fn -> GenServer.call(s, 1) end)); :erlang.yield(); Process.alive?(s) end, server},
  call_text: {fn s -> spawn(fn -> GenServer.call(s, 1) end); :erlang.yield(); send(s, "t"); Process.alive?(s) end, server},
  texts: {fn s -> send(s, "t"); send(s, "u"); Process.alive?(s) end, server},
  text_link: {fn p -> send(p, "t"); Process.link(p); Process.alive?(p) end, idle},
  text_unlink: {fn p -> Process.link(p); :erlang.yield(); :erlang.yield(); send(p, "t"); Process.unlink(p); Process.alive?(p) end, idle},
  text_monitor: {fn p -> send(p, "t"); Process.monitor(p); Process.alive?(p) end, idle},
  text_monitors: {fn p -> send(p, "t"); Process.monitor(p); Process.monitor(p); Process.alive?(p) end, idle},
  text_demonitor: {fn p -> r = Process.monitor(p); :erlang.yield(); :erlang.yield(); send(p, "t"); Process.demonitor(r); Process.alive?(p) end, idle},
  text_exit: {fn p -> send(p, "t"); Process.exit(p, :x); Process.alive?(p) end, traps},
  text_normal: {fn p -> send(p, "t"); Process.exit(p, :normal); Process.alive?(p) end, idle},
  text_kill: {fn p -> send(p, "t"); Process.exit(p, :kill); Process.alive?(p) end, idle},
  text_down: {fn {q, w} -> send(w, "t"); Process.exit(q, :kill); :erlang.yield(); Process.alive?(w) end, watches},
  text_linked: {fn {q, w} -> Process.exit(q, :kill); :erlang.yield(); send(w, "t"); Process.alive?(w) end, links},
  replied: {fn {_, c} -> send(c, :go); send(c, "t"); :erlang.yield(); :erlang.yield(); Process.alive?(c) end, caller},
  called: {fn {_, c} -> send(c, "t"); send(c, :go); :erlang.yield(); Process.alive?(c) end, caller},
  info: {fn s -> send(s, "t"); Process.info(s, :links); Process.alive?(s) end, server},
]
run = fn -> for {n, {f, s}} <- cases, do: {n, Ticks.turns(f, s)} end
run.()
for {n, t} <- run.(), do: IO.puts("#{n} #{t}")
