# How many messages a process has by its own count: what it has not looked for is not counted yet.
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
run.(:t2, fn -> send(self(), 1); other.([2]); :erlang.yield(); a = len.(); receive do 1 -> :ok end; {a, len.()} end)
run.(:t3, fn -> send(self(), 1); other.([2, 3]); :erlang.yield(); a = len.(); receive do 2 -> :ok end; {a, len.()} end)
run.(:t2b, fn -> send(self(), 1); send(self(), 2); other.([3]); :erlang.yield(); a = len.(); receive do 1 -> :ok end; b = len.(); receive do 2 -> :ok end; c = len.(); receive do :x -> 1 after 0 -> 2 end; {a, b, c, len.()} end)
run.(:t8, fn -> Process.send_after(self(), :t, 1); Process.sleep(5); a = len.(); send(self(), 1); {a, len.()} end)
run.(:t8b, fn -> Process.send_after(self(), :t, 1); receive do :x -> 1 after 5 -> :ok end; {len.()} end)
run.(:t8c, fn -> Process.send_after(self(), :t, 0);  a = len.(); :erlang.yield(); b = len.(); Process.sleep(2); {a, b, len.()} end)
run.(:t11, fn -> other.([1, 2]); Enum.reduce(1..20000, 0, fn x, a -> x + a end); a = len.(); {a} end)
run.(:t13, fn -> other.([1, 2, 3]); :erlang.yield(); a = len.(); receive do _ -> :ok end; {a, len.()} end)
run.(:t14, fn -> other.([1, 2, 3]); :erlang.yield(); receive do after 0 -> :ok end; a = len.(); receive do after 3 -> :ok end; {a, len.()} end)
run.(:t26, fn -> other.([1, 2]); Process.sleep(5); a = len.(); Process.sleep(5); b = len.(); :erlang.yield(); {a, b, len.()} end)
run.(:t27, fn -> other.([:a, 1, 2]); receive do :a -> :ok end; a = len.(); other.([3, 4]); Process.sleep(3); b = len.(); receive do 1 -> :ok end; c = len.(); receive do 3 -> :ok end; {a, b, c, len.()} end)
