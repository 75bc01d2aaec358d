# Timers and their order.
Process.send_after(self(), :b, 20)
Process.send_after(self(), :a, 10)
ref = Process.send_after(self(), :never, 30)
c = Process.cancel_timer(ref)
IO.inspect(is_integer(c) and c > 20)
IO.inspect(Process.cancel_timer(ref))
receive do x -> IO.inspect(x) end
receive do x -> IO.inspect(x) end
receive do x -> IO.inspect(x) after 50 -> IO.puts("nothing more") end
:timer.send_after(10, :from_timer)
receive do x -> IO.inspect(x) end
{:ok, t} = :timer.send_interval(10, :tick)
for _ <- 1..3, do: receive do: (:tick -> IO.puts("tick"))
:timer.cancel(t)
