# How many turns others get while a process asks another what it is doing: one that signals have reached, or not.
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
idle = fn -> spawn(fn -> Process.sleep(:infinity) end) end
sel = fn -> spawn(fn -> receive do :never -> 1 end end) end
busy = fn -> spawn(fn -> :erlang.yield(); :erlang.yield();  :erlang.yield();:erlang.yield();  Process.sleep(100) end) end
cases = for item <- [:trap_exit, :message_queue_len, :links], {n, s} <- [idle: idle, sel: sel] do
  [
  {"#{n} #{item}", fn p -> Process.info(p, item) end, s},
  {"#{n} msg #{item}", fn p -> send(p, :x); Process.info(p, item) end, s},
  {"#{n} monitor #{item}", fn p -> Process.monitor(p); Process.info(p, item) end, s},
  {"#{n} link #{item}", fn p -> Process.link(p); Process.info(p, item) end, s},
  {"#{n} linkmsg #{item}", fn p -> Process.link(p); send(p, :x); Process.info(p, item) end, s},
  {"#{n} msg yield #{item}", fn p -> send(p, :x); :erlang.yield(); Process.info(p, item) end, s},
  {"#{n} new #{item}", fn _ -> p = s.(); Process.info(p, item) end, s},
  {"#{n} new link #{item}", fn _ -> p = s.(); Process.link(p); Process.info(p, item) end, s},
  {"#{n} new msg #{item}", fn _ -> p = s.(); send(p, :x); Process.info(p, item) end, s},
  {"#{n} new exit #{item}", fn _ -> p = spawn(fn -> :ok end);  Process.info(p, item) end, s},
  {"#{n} kill #{item}", fn p -> Process.exit(p, :kill);  Process.info(p, item) end, s},
  ]
end |> List.flatten()
cases = cases ++ [{"busy trap", fn _ -> p = busy.(); :erlang.yield(); Process.info(p, :trap_exit) end, idle},
 {"busy links", fn _ -> p = busy.(); :erlang.yield(); Process.info(p, :links) end, idle}]
run = fn -> for {n, f, s} <- cases, do: {n, Ticks.turns(f, s)} end
for {n, t} <- run.(), do: IO.puts("#{n} #{t}")
