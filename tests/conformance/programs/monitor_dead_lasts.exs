# A monitor of a dead process lasts until its DOWN has been handled.
dead = spawn(fn -> :ok end)
Process.sleep(5)
flush = fn -> receive do m -> elem(m, 0) after 5 -> :none end end
run = fn name, f ->
  me = self()
  spawn(fn -> send(me, {name, f.()}) end)
  receive do x -> IO.inspect(x) end
end
for who <- [dead, :nobody, {:nobody, node()}], how <- [[], [:info], [:flush], [:flush, :info]] do
  run.({:at_once, how}, fn -> m = Process.monitor(who); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:sleep0, how}, fn -> m = Process.monitor(who); Process.sleep(0); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:yield, how}, fn -> m = Process.monitor(who); :erlang.yield(); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:receive0, how}, fn -> m = Process.monitor(who); receive do :x -> 1 after 0 -> 2 end; r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:len, how}, fn -> m = Process.monitor(who); Process.info(self(), :message_queue_len); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:io, how}, fn -> m = Process.monitor(who); IO.write(""); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:send, how}, fn -> m = Process.monitor(who); send(self(), 1); receive do 1 -> 1 end; r = Process.demonitor(m, how); {r, flush.()} end)
end
# Of a process that ends meanwhile.
for how <- [[], [:info], [:flush], [:flush, :info]] do
  run.({:ends, how}, fn -> p = spawn(fn -> :ok end); m = Process.monitor(p); :erlang.yield(); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:ended, how}, fn -> p = spawn(fn -> :ok end); m = Process.monitor(p); Process.sleep(2); r = Process.demonitor(m, how); {r, flush.()} end)
  run.({:ends_itself, how}, fn -> p = spawn(fn -> receive do :x -> 1 end end); m = Process.monitor(p); send(p, :x); :erlang.yield(); r = Process.demonitor(m, how); {r, flush.()} end)
end
