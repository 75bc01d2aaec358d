# Which signals end that a process looks before it counts its messages.
len = fn -> {:message_queue_len, n} = Process.info(self(), :message_queue_len); n end

run = fn name, f ->
  me = self()
  pid = spawn(fn -> send(me, {name, f.()}) end)
  ref = Process.monitor(pid)
  receive do {:DOWN, ^ref, _, _, _} -> :ok end
  IO.inspect(receive do {^name, x} -> {name, x} after 0 -> {name, :dead} end)
end

other = fn msgs -> me = self(); spawn(fn -> for m <- msgs, do: send(me, m) end) end
server = spawn(fn -> l = fn l -> receive do {f, r} -> send(f, r) end; l.(l) end; l.(l) end)
Process.sleep(5)
run.(:j, fn -> send(self(), :s); me = self(); spawn(fn -> Process.info(me, :links) end); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
{:ok, agent} = Agent.start(fn -> 1 end)
run.(:p, fn -> me = self(); send(me, :s); spawn(fn -> Process.monitor(me) end); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:p2, fn -> me = self(); send(me, :s); spawn(fn -> Process.monitor(me); Process.sleep(:infinity) end); Process.sleep(1); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:q, fn -> me = self(); send(me, :s); spawn(fn -> Process.link(me); Process.sleep(:infinity) end); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:q2, fn -> me = self(); send(me, :s); spawn(fn -> Process.link(me); Process.sleep(:infinity) end); receive do :x -> 1 after 2 -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:s, fn -> send(self(), :s); IO.write(""); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:s2, fn -> send(self(), :s); IO.write("");  IO.write(""); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:t, fn -> send(self(), :s); Process.monitor(server); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:u, fn -> send(self(), :s); Agent.get(agent, & &1); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:v, fn -> send(self(), :s); Task.await(Task.async(fn -> 1 end)); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:v2, fn -> send(self(), :s); Task.await(Task.async(fn -> 1 end)); Process.sleep(1); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:w, fn -> send(self(), :s); spawn_monitor(fn -> 1 end); receive do {:DOWN, _, _, _, _} -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:x, fn -> send(self(), :s); spawn_monitor(fn -> 1 end); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:y, fn -> send(self(), :s); Process.flag(:trap_exit, true); Process.exit(self(), :a); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z, fn -> send(self(), :s); r = Process.monitor(server); Process.demonitor(r, [:flush]); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
dead = spawn(fn -> :ok end)
run.(:z1, fn -> send(self(), :s); r = Process.monitor(dead); Process.demonitor(r, [:flush]); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z2, fn -> send(self(), :s); Process.link(server); Process.unlink(server); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z3, fn -> send(self(), :s); p = spawn_link(fn -> Process.sleep(:infinity) end); Process.unlink(p); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z4, fn -> send(self(), :s); p = spawn(fn -> Process.sleep(:infinity) end); Process.info(p, :links); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z5, fn -> send(self(), :s); a = :erlang.alias(); send(a, 1); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z6, fn -> a = :erlang.alias(); send(a, 1); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z7, fn -> a = :erlang.alias(); send(a, 1); receive do 1 -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:z8, fn -> Process.send_after(self(), :x, 1); receive do :x -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
