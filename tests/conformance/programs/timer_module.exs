# :timer's functions.
IO.inspect({:timer.seconds(2), :timer.minutes(1), :timer.hours(1), :timer.hms(1, 1, 1)})
{:ok, _} = :timer.send_after(10, :one)
{:ok, ref} = :timer.send_interval(8, self(), :tick)
for _ <- 1..3, do: receive(do: (m -> IO.inspect(m)))
IO.inspect(:timer.cancel(ref))
me = self()
{:ok, _} = :timer.apply_after(5, Kernel, :send, [me, :applied])
receive do: (m -> IO.inspect(m))
:timer.sleep(10)
{micros, value} = :timer.tc(Enum, :sum, [1..10])
IO.inspect({is_integer(micros), value})
{_, v} = :timer.tc(fn x -> x + 1 end, [1])
IO.inspect(v)

receive do
  m -> IO.inspect({:unexpected, m})
after
  10 -> IO.puts("quiet")
end
