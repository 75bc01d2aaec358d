# A monitor of a dead process is held back until its process sends another signal: then its DOWN is there at once.
defmodule T do
  def loop(c), do: (:counters.add(c, 1, 1); :erlang.yield(); loop(c))

  def turns(f) do
    me = self()
    c = :counters.new(1, [])
    t = spawn(fn -> receive do :go -> loop(c) end end)
    live = spawn(fn -> Process.sleep(:infinity) end)
    dead = spawn(fn -> :ok end)
    Process.sleep(5)

    w =
      spawn(fn ->
        Process.flag(:trap_exit, true)
        receive do :go -> :ok end
        a = :counters.get(c, 1)
        ref = Process.monitor(dead)
        f.(dead, live, ref)
        receive do {:DOWN, ^ref, _, _, _} -> :ok after 50 -> :none end
        b = :counters.get(c, 1)
        send(me, {:n, b - a})
      end)

    Process.sleep(5)
    send(t, :go)
    send(w, :go)
    r = receive do {:n, n} -> n after 200 -> :never end
    Process.exit(t, :kill)
    Process.exit(live, :kill)
    Process.sleep(2)
    r
  end
end

cases = [
  nothing: fn _, _, _ -> nil end,
  exit_dead: fn d, _, _ -> Process.exit(d, :kill) end,
  exit_live: fn _, l, _ -> Process.exit(l, :foo) end,
  send_dead: fn d, _, _ -> send(d, :x) end,
  send_live: fn _, l, _ -> send(l, :x) end,
  send_self: fn _, _, _ -> send(self(), :x) end,
  link_live: fn _, l, _ -> Process.link(l) end,
  link_dead: fn d, _, _ -> Process.link(d) end,
  unlink_dead: fn d, _, _ -> Process.unlink(d) end,
  monitor_live: fn _, l, _ -> Process.monitor(l) end,
  monitor_dead: fn d, _, _ -> Process.monitor(d) end,
  demonitor_other: fn _, l, _ -> Process.demonitor(Process.monitor(l)) end,
  spawned: fn _, _, _ -> spawn(fn -> :ok end) end,
  spawn_link: fn _, _, _ -> spawn_link(fn -> :ok end) end,
  alive_dead: fn d, _, _ -> Process.alive?(d) end,
  info_self: fn _, _, _ -> Process.info(self(), :links) end,
  queue_self: fn _, _, _ -> Process.info(self(), :message_queue_len) end,
  timer: fn _, l, _ -> Process.send_after(l, :x, 100) end,
  name: fn _, _, _ -> Process.register(self(), :held_name) end,
  look: fn _, _, _ -> receive do :x -> 1 after 0 -> 2 end end,
]

for _ <- 1..2, {n, f} <- cases, do: {n, T.turns(f)}
for {n, f} <- cases, do: IO.puts("#{n} #{T.turns(f)}")
