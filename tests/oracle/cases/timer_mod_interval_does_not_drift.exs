# An interval is counted from its start, whatever its receiver does meanwhile.
started = System.monotonic_time(:millisecond)
{:ok, _} = :timer.send_interval(100, :tick)
for nap <- [130, 30, 0, 50, 0] do
  Process.sleep(nap)
  receive do :tick -> IO.inspect(div(System.monotonic_time(:millisecond) - started + 10, 20)) end
end
