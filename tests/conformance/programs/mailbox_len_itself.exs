# What lets a process look at its mailbox: a message to itself, a call, output, garbage collection, a flush.
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
run.(:t1, fn -> other.([1, 2]); :erlang.yield(); a = len.(); send(self(), 3); {a, len.()} end)
run.(:t9, fn -> r = Process.monitor(spawn(fn -> Process.sleep(:infinity) end)); other.([1, 2]); :erlang.yield(); a = len.(); Process.demonitor(r); b = len.(); Process.demonitor(r, [:flush]); {a, b, len.()} end)
run.(:t9b, fn -> r = Process.monitor(spawn(fn -> Process.sleep(:infinity) end)); other.([1, 2]); :erlang.yield(); a = len.(); Process.demonitor(r, [:flush]); {a, len.()} end)
run.(:t9c, fn -> p = spawn_link(fn -> Process.sleep(:infinity) end); other.([1, 2]); :erlang.yield(); a = len.(); Process.unlink(p); {a, len.()} end)
run.(:t12, fn -> {:ok, g} = Agent.start(fn -> 1 end); other.([1, 2]); :erlang.yield(); a = len.(); Agent.get(g, & &1); {a, len.()} end)
run.(:t15, fn -> other.([1, 2, 3]); :erlang.yield(); a = len.(); :erlang.garbage_collect(); {a, len.()} end)
run.(:t16, fn -> other.([1, 2, 3]); :erlang.yield(); a = len.(); IO.write(""); {a, len.()} end)
run.(:t22, fn -> other.([1, 2]); :erlang.yield(); a = len.(); r = :erlang.alias(); send(r, 3); {a, len.()} end)
run.(:t23, fn -> Process.register(self(), :t23); other.([1, 2]); :erlang.yield(); a = len.(); send(:t23, 3); {a, len.()} end)
