# Who has a signal of its own to handle asks others about themselves at the cost of a turn.
defmodule T do
  def loop(c), do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c))
  def turns(f) do
    me = self()
    c = :counters.new(1, [])
    t = spawn(fn -> receive do :go -> loop(c) end end)
    o = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(5)
    w = spawn(fn -> receive do :go -> :ok end; x = f.(o, :setup); a = :counters.get(c, 1); f.(o, x); b = :counters.get(c, 1); send(me, {:n, b - a}) end)
    Process.sleep(5)
    send(t, :go); send(w, :go)
    r = receive do {:n, n} -> n after 100 -> :never end
    Process.exit(t, :kill)
    Process.sleep(2)
    r
  end
end
alias_send = fn -> a = :erlang.alias([]); send(a, :a); a end
info = fn o -> Process.info(o, :message_queue_len) end
cases = [
  plain: fn _, :setup -> nil; o, _ -> info.(o) end,
  alias: fn _, :setup -> alias_send.(); o, _ -> info.(o) end,
  alias_un: fn _, :setup -> :erlang.unalias(alias_send.()); o, _ -> info.(o) end,
  alias_links: fn _, :setup -> alias_send.(); o, _ -> Process.info(o, :links) end,
  self_msg: fn _, :setup -> send(self(), :a); o, _ -> info.(o) end,
  alias_alive: fn _, :setup -> alias_send.(); o, _ -> Process.alive?(o) end,
  alias_alive_self: fn _, :setup -> alias_send.(); _, _ -> Process.alive?(self()) end,
  alias_info_self: fn _, :setup -> alias_send.(); _, _ -> info.(self()) end,
  alias_unalias: fn _, :setup -> alias_send.(); _, a -> :erlang.unalias(a) end,
  alias_send_other: fn _, :setup -> alias_send.(); o, _ -> send(o, :x) end,
  alias_twice: fn _, :setup -> alias_send.(); alias_send.(); o, _ -> info.(o); info.(o) end,
  selfexit_info: fn _, :setup -> Process.flag(:trap_exit, true); Process.exit(self(), :x); o, _ -> info.(o) end,
  mon_dead: fn _, :setup -> Process.monitor(:nobody_here); o, _ -> info.(o) end,
  alias_link: fn _, :setup -> alias_send.(); o, _ -> Process.link(o) end,
  alias_monitor: fn _, :setup -> alias_send.(); o, _ -> Process.monitor(o) end,
  monitored: fn o, :setup -> Process.monitor(o); o, _ -> info.(o) end,
  linked: fn o, :setup -> Process.link(o); o, _ -> info.(o) end,
  messaged: fn o, :setup -> send(o, :x); o, _ -> info.(o) end,
  messaged_links: fn o, :setup -> send(o, :x); o, _ -> Process.info(o, :links) end,
  whereis: fn _, :setup -> alias_send.(); _, _ -> Process.whereis(:init) end,
  reg_send: fn _, :setup -> alias_send.(); _, _ -> Process.register(self(), :zz) end,
]
for _ <- 1..2, {n, f} <- cases, do: {n, T.turns(f)}
for {n, f} <- cases, do: IO.puts("#{n} #{T.turns(f)}")
