# Signals that are no messages let a process count what came with them.
len = fn -> {:message_queue_len, n} = Process.info(self(), :message_queue_len); n end

run = fn name, f ->
  me = self()
  pid = spawn(fn -> send(me, {name, f.()}) end)
  ref = Process.monitor(pid)
  receive do {:DOWN, ^ref, _, _, _} -> :ok end
  IO.inspect(receive do {^name, x} -> {name, x} after 0 -> {name, :dead} end)
end

_ = len
other = fn msgs -> me = self(); spawn(fn -> for m <- msgs, do: send(me, m) end) end
_ = other
dead = spawn(fn -> :ok end)
_ = dead
Process.sleep(5)
run.(:t6, fn -> me = self(); spawn(fn -> send(me, 1); Process.monitor(me); send(me, 2); Process.sleep(:infinity) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t6b, fn -> me = self(); spawn(fn -> send(me, 1); Process.monitor(me); send(me, 2); Process.sleep(:infinity) end); :erlang.yield(); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t6c, fn -> me = self(); spawn(fn -> Process.monitor(me); send(me, 1); send(me, 2); Process.sleep(:infinity) end); :erlang.yield(); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t6d, fn -> me = self(); spawn(fn -> send(me, 1); send(me, 2); Process.link(me); send(me, 3); Process.sleep(:infinity) end); :erlang.yield(); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t7, fn -> me = self(); spawn(fn -> send(me, 1); Process.exit(me, :normal); send(me, 2) end); :erlang.yield(); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t7b, fn -> me = self(); spawn(fn -> send(me, 1); Process.exit(me, :normal); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t17, fn -> Process.monitor(dead); a = len.(); b = len.(); :erlang.yield(); {a, b, len.()} end)
run.(:t17b, fn -> Process.monitor(:nobody); a = len.(); b = len.(); :erlang.yield(); {a, b, len.()} end)
run.(:t18, fn -> Process.flag(:trap_exit, true); Process.exit(self(), :x); a = len.(); b = len.(); :erlang.yield(); {a, b, len.()} end)
run.(:t19, fn -> Process.flag(:trap_exit, true); Process.link(dead); a = len.(); b = len.(); :erlang.yield(); {a, b, len.()} end)
run.(:t21, fn -> other.([1, 2]); :erlang.yield(); a = len.(); Process.monitor(dead); {a, len.()} end)
run.(:t24, fn -> other.([1, 2]); :erlang.yield(); a = len.(); spawn(fn -> :ok end); b = len.(); spawn_monitor(fn -> :ok end); {a, b, len.()} end)
