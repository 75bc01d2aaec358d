# tc tells microseconds and the value; seconds, minutes, hours and hms are milliseconds.
{time, value} = :timer.tc(fn -> Process.sleep(40); :rested end)
IO.inspect({div(time, 20_000), value})
IO.inspect(:timer.sleep(10))
IO.inspect([:timer.seconds(3), :timer.minutes(2), :timer.hours(1), :timer.hms(1, 2, 3)])
