# Process.send_after, cancel_timer and read_timer.
Process.send_after(self(), :third, 30)
Process.send_after(self(), :first, 10)
second = Process.send_after(self(), :second, 20)
left = Process.read_timer(second)
IO.inspect(left in 15..20)
cancelled = Process.send_after(self(), :never, 15)
IO.inspect(is_integer(Process.cancel_timer(cancelled)))
IO.inspect(Process.cancel_timer(cancelled))

for _ <- 1..3 do
  receive do
    m -> IO.inspect(m)
  end
end

IO.inspect(Process.read_timer(second))

receive do
  m -> IO.inspect({:unexpected, m})
after
  5 -> IO.puts("nothing more")
end
