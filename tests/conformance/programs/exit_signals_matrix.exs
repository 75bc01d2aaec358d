# Every reason, by link, by exit/2 and by own exit, to a process that traps and to one that does not.
defmodule X do
  def victim(traps) do
    me = self()
    pid = spawn(fn ->
      Process.flag(:trap_exit, traps)
      send(me, :ready)
      receive do
        {:EXIT, _, r} -> send(me, {:trapped, r}); receive do :end -> :ok after 5 -> :ok end
        {:die, r} -> exit(r)
      after 30 -> :ok
      end
    end)
    receive do :ready -> :ok end
    pid
  end
  def outcome(pid) do
    ref = Process.monitor(pid)
    down = receive do {:DOWN, ^ref, _, _, r} -> r after 60 -> :alive end
    Process.demonitor(ref, [:flush])
    trapped = receive do {:trapped, r} -> r after 0 -> :nothing end
    Process.exit(pid, :kill)
    {down, trapped}
  end
end
for reason <- [:normal, :shutdown, :kill, :killed, :boom, {:shutdown, 1}, {:a, :b}], traps <- [false, true] do
  p = X.victim(traps)
  Process.exit(p, reason)
  a = X.outcome(p)
  p = X.victim(traps)
  spawn(fn -> Process.link(p); exit(reason) end)
  b = X.outcome(p)
  p = X.victim(traps)
  send(p, {:die, reason})
  c = X.outcome(p)
  IO.inspect({reason, traps, exit: a, link: b, own: c})
end
Process.flag(:trap_exit, true)
p = spawn_link(fn -> Process.exit(self(), :normal); IO.puts("after exit normal to itself") end)
receive do {:EXIT, ^p, r} -> IO.inspect(r) end
p = spawn_link(fn -> Process.flag(:trap_exit, true); Process.exit(self(), :normal); receive do m -> IO.inspect(elem(m, 2)) after 5 -> IO.puts("none") end end)
receive do {:EXIT, ^p, r} -> IO.inspect(r) end
p = spawn_link(fn -> Process.exit(self(), :kill); Process.sleep(5) end)
receive do {:EXIT, ^p, r} -> IO.inspect(r) end
p = spawn(fn -> :ok end)
Process.sleep(5)
IO.inspect(Process.exit(p, :kill))
IO.inspect(Process.link(p))
receive do {:EXIT, ^p, r} -> IO.inspect(r) after 5 -> IO.puts("none") end
Process.flag(:trap_exit, false)
IO.inspect(try do Process.link(p) rescue e -> e.__struct__ catch k, v -> {k, v} end)
IO.inspect(Process.unlink(p))
