# More of dates and times.
IO.inspect Map.from_struct(~D[2024-01-02])
IO.inspect Map.from_struct(~T[10:00:00.123])
IO.inspect Map.from_struct(~N[2024-01-02 10:00:00])
IO.inspect Map.from_struct(~U[2024-01-02 10:00:00Z])
IO.inspect Map.from_struct(Date.range(~D[2024-01-01], ~D[2024-01-03]))
IO.inspect Date.range(~D[2024-01-01], ~D[2024-01-03])
IO.inspect Date.range(~D[2024-01-03], ~D[2024-01-01], -1)
IO.inspect {Date.new(2024, 2, 30), Date.new(2024,2,29), Date.from_iso8601("x"), Date.from_iso8601("2024-02-30")}
IO.inspect {Time.new(25,0,0), Time.from_iso8601("10:00"), NaiveDateTime.from_iso8601("2024-01-01"), DateTime.from_iso8601("2024-01-01T10:00:00")}
IO.inspect DateTime.from_iso8601("2024-01-01T10:00:00+02:00")
IO.inspect {DateTime.add(~U[2024-01-01 00:00:00Z], 1, :day), DateTime.diff(~U[2024-01-02 00:00:00Z], ~U[2024-01-01 00:00:00.5Z], :millisecond), DateTime.to_iso8601(~U[2024-01-01 00:00:00.120Z])}
IO.inspect {NaiveDateTime.add(~N[2024-01-01 00:00:00], 1500, :millisecond), NaiveDateTime.diff(~N[2024-01-01 00:01:00], ~N[2024-01-01 00:00:00]), NaiveDateTime.truncate(~N[2024-01-01 00:00:00.123456], :millisecond)}
IO.inspect {Time.add(~T[23:59:59], 2), Time.diff(~T[10:00:00], ~T[09:00:00.5], :millisecond), Time.truncate(~T[10:00:00.5], :second), Time.to_string(~T[01:02:03.000100])}
IO.inspect {Date.end_of_month(~D[2024-02-01]), Date.beginning_of_week(~D[2024-02-01]), Date.day_of_year(~D[2024-03-01]), Date.leap_year?(~D[2024-01-01]), Date.days_in_month(~D[2023-02-01]), Date.quarter_of_year(~D[2024-05-01])}
IO.inspect Calendar.strftime(~U[2024-01-05 13:04:05Z], "%Y-%m-%d %H:%M:%S %a %A %b %B %p %I %j %y %%")
for f <- [fn -> Date.from_iso8601!("2024-13-01") end, fn -> Date.new!(2024, 2, 30) end, fn -> Time.from_iso8601!("x") end, fn -> Date.add(1, 2) end, fn -> Date.compare(~D[2024-01-01], 1) end] do
  try do IO.inspect(f.()) rescue e -> IO.puts("#{inspect(e.__struct__)}: #{Exception.message(e)}") end
end
IO.inspect DateTime.from_unix(1_700_000_000)
IO.inspect DateTime.from_unix!(1_700_000_000_123, :millisecond)
IO.inspect DateTime.new(~D[2024-01-01], ~T[10:00:00])
IO.inspect DateTime.from_naive!(~N[2024-01-01 10:00:00], "Etc/UTC")
IO.inspect {DateTime.to_date(~U[2024-01-01 10:00:00Z]), DateTime.to_time(~U[2024-01-01 10:00:00Z]), DateTime.to_naive(~U[2024-01-01 10:00:00Z])}
IO.inspect [DateTime.compare(~U[2024-01-01 10:00:00Z], ~U[2024-01-01 10:00:00Z]), DateTime.to_unix(~U[2024-01-01 10:00:00.5Z], :millisecond)]
IO.inspect ~D[2024-01-01] |> Date.to_erl()
IO.inspect {Time.to_erl(~T[10:00:00]), NaiveDateTime.to_erl(~N[2024-01-01 10:00:00]), Date.from_erl({2024,1,1}), Date.to_iso8601(~D[0001-01-01])}
