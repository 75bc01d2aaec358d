# An interval sends again and again until it is cancelled.
{:ok, {kind, _} = tref} = :timer.send_interval(100, :tick)
IO.inspect(kind)
started = System.monotonic_time(:millisecond)
for _ <- 1..3 do
  receive do :tick -> IO.inspect(div(System.monotonic_time(:millisecond) - started + 20, 50)) end
end
IO.inspect(:timer.cancel(tref))
receive do :tick -> IO.puts("again") after 250 -> IO.puts("silence") end
IO.inspect(:timer.cancel(tref))
