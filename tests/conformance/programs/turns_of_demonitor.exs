# How many turns others get while a monitor is ended and flushed.
defmodule Ticks do
  def loop(c, n), do: if(n > 0, do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c, n - 1)))

  def turns(f) do
    me = self()
    c = :counters.new(1, [])
    {worker, ref} = spawn_monitor(fn ->
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
dm = fn o -> fn -> p = spawn(fn -> :ok end); r = Process.monitor(p); :erlang.yield(); :erlang.yield(); Process.demonitor(r, o) end end
dead = spawn(fn -> :ok end)
run = fn -> for {n, f} <- [
  plain: dm.([]), flush: dm.([:flush]), info: dm.([:info]), fi: dm.([:flush, :info]),
  after_receive: fn -> {_, r} = spawn_monitor(fn -> :ok end); receive do {:DOWN, ^r, _, _, _} -> 1 end; Process.demonitor(r, [:flush]) end,
  unknown: fn -> Process.demonitor(make_ref(), [:flush]) end,
  unknown_mail: fn -> send(self(), 1); Process.demonitor(make_ref(), [:flush]) end,
  alive: fn -> r = Process.monitor(spawn(fn -> Process.sleep(9) end)); Process.demonitor(r, [:flush]) end,
  dead: fn -> r = Process.monitor(dead); Process.demonitor(r, [:flush]) end,
  dead_yield: fn -> r = Process.monitor(dead); :erlang.yield(); Process.demonitor(r, [:flush]) end,
  receive_other: fn -> me = self(); {_, r} = spawn_monitor(fn -> send(me, :m) end); receive do :m -> 1 end; Process.demonitor(r, [:flush]) end,
  receive_other_noflush: fn -> me = self(); {_, r} = spawn_monitor(fn -> send(me, :m) end); receive do :m -> 1 end; Process.demonitor(r) end,
  receive_other_none: fn -> me = self(); {_, _} = spawn_monitor(fn -> send(me, :m) end); receive do :m -> 1 end end,
  receive_link: fn -> me = self(); Process.flag(:trap_exit, true); spawn_link(fn -> send(me, :m) end); receive do :m -> 1 end end,
  receive_just: fn -> me = self(); spawn(fn -> send(me, :m) end); receive do :m -> 1 end end,
  receive_sel: fn -> me = self(); r = make_ref(); spawn(fn -> send(me, r) end); receive do ^r -> 1 end end,
  alias: fn -> a = :erlang.alias(); spawn(fn -> send(a, :m) end); receive do :m -> 1 end end,
  alias_dies: fn -> me = self(); {_, r} = spawn_monitor(fn -> receive do a -> send(a, {a, 1}) end end);  a = :erlang.monitor(:process, Process.whereis(:zz) || self(), alias: :demonitor); _ = {me, r, a}; 1 end,
] do
  {n, Ticks.turns(f)}
end end
run.()
for {n, x} <- run.(), do: IO.puts("#{n} #{x}")
