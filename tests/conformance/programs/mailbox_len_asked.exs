# Others who ask of a process let it count what has come until then.
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
run.(:t4, fn -> me = self(); spawn(fn -> send(me, 1); send(me, Process.info(me, :message_queue_len)); send(me, 2) end); :erlang.yield(); a = len.(); :erlang.yield(); b = len.(); Process.sleep(5); {a, b, len.()} end)
run.(:t4b, fn -> me = self(); spawn(fn -> send(me, 1); Process.info(me, :links); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t4c, fn -> me = self(); spawn(fn -> send(me, 1); Process.info(me, :messages); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t4d, fn -> me = self(); spawn(fn -> send(me, 1); Process.info(me, :status); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t4e, fn -> me = self(); spawn(fn -> send(me, 1); Process.info(me); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t5, fn -> me = self(); spawn(fn -> send(me, 1); Process.alive?(me); send(me, 2) end); Process.sleep(5); a = len.(); :erlang.yield(); {a, len.()} end)
run.(:t10, fn -> other.([1, 2]); :erlang.yield(); a = len.(); Process.flag(:trap_exit, true); b = len.(); Process.alive?(self()); {a, b, len.()} end)
run.(:t20, fn -> other.([1, 2]); :erlang.yield(); a = len.(); b = Process.info(self(), [:messages, :message_queue_len]); {a, b} end)
run.(:t25, fn -> other.([1, 2]); :erlang.yield(); a = len.(); p = Process.whereis(:nobody); Process.put(:a, p); Process.send_after(self(), :x, 100); _ = make_ref(); {a, len.()} end)
