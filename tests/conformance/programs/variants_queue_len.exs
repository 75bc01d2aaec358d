# Queue len, in many forms.
me = self()
q = fn -> Process.info(self(), :message_queue_len) |> elem(1) end
IO.inspect(q.())
send(self(), 1); IO.inspect(q.())
send(self(), 2); send(self(), 3); IO.inspect(q.())
receive do 3 -> :ok end
IO.inspect(q.())
p = spawn(fn -> for i <- 1..5, do: send(me, {:m, i}); Process.sleep(10) end)
Process.sleep(1); IO.inspect(q.())
receive do {:m, 5} -> :ok end
IO.inspect(q.()); IO.inspect(Process.info(self(), :messages))
r = Process.monitor(p); Process.exit(p, :kill)
IO.inspect(q.()); Process.sleep(1); IO.inspect(q.())
receive do {:DOWN, ^r, _, _, _} -> :ok end
IO.inspect(q.())
h = spawn(fn -> receive do :go -> send(me, {:h, elem(Process.info(self(), :message_queue_len), 1)}) end end)
for i <- 1..4, do: send(h, i)
send(h, :go)
for i <- 1..4, do: send(h, i)
IO.inspect(Process.info(h, :message_queue_len))
receive do {:h, n} -> IO.inspect(n) end
b = spawn(fn -> Process.sleep(20) end)
for i <- 1..3, do: send(b, i)
IO.inspect(Process.info(b, :message_queue_len)); IO.inspect(Process.info(b, [:messages, :message_queue_len]))
Process.sleep(1)
IO.inspect(Process.info(b, [:messages, :message_queue_len]))
