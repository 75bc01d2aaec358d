# A process that has sent itself a message looks at its mailbox before it counts, until something else made it look.
len = fn -> {:message_queue_len, n} = Process.info(self(), :message_queue_len); n end

run = fn name, f ->
  me = self()
  pid = spawn(fn -> send(me, {name, f.()}) end)
  ref = Process.monitor(pid)
  receive do {:DOWN, ^ref, _, _, _} -> :ok end
  IO.inspect(receive do {^name, x} -> {name, x} after 0 -> {name, :dead} end)
end

other = fn msgs -> me = self(); spawn(fn -> for m <- msgs, do: send(me, m) end) end
dead = spawn(fn -> :ok end)
server = spawn(fn -> l = fn l -> receive do {f, r} -> send(f, r) end; l.(l) end; l.(l) end)
Process.sleep(5)
run.(:a, fn -> send(self(), :s); receive do :s -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:a2, fn -> send(self(), :s); send(self(), :s); receive do :s -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:b, fn -> send(self(), :s); len.(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:c, fn -> send(self(), :s); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:d, fn -> send(self(), :s); receive do :x -> 1 after 0 -> 0 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:d2, fn -> send(self(), :s); receive do :x -> 1 after 0 -> 0 end; other.([1, 2]); Process.sleep(3); {len.(), len.()} end)
run.(:d3, fn -> send(self(), :s); receive do :x -> 1 after 2 -> 0 end; other.([1, 2]); Process.sleep(3); {len.(), len.()} end)
run.(:e, fn -> send(self(), :s); Process.sleep(1); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:f, fn -> send(self(), :s); other.([1, 2]); Process.sleep(5); {len.(), len.()} end)
run.(:g, fn -> send(self(), :s); r = make_ref(); send(server, {self(), r}); receive do ^r -> 1 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:h, fn -> send(self(), :s); Process.alive?(self()); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:i, fn -> send(self(), :s); Process.monitor(dead); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:j, fn -> send(self(), :s); me = self(); spawn(fn -> Process.info(me, :links) end); :erlang.yield(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:k, fn -> send(self(), :s); :erlang.garbage_collect(); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:l, fn -> send(self(), :s); receive do :x -> 1 after 0 -> 0 end;  receive do :x -> 1 after 2 -> 0 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:m, fn -> send(self(), :s); receive do _ -> 1 after 0 -> 0 end;  receive do :x -> 1 after 2 -> 0 end; other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:n, fn -> send(self(), :s); receive do _ -> 1 after 0 -> 0 end; Process.sleep(2); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
run.(:o, fn -> send(self(), :s); Process.flag(:trap_exit, true); other.([1, 2]); :erlang.yield(); {len.(), len.()} end)
