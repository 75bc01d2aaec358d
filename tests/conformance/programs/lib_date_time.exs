# Dates and times: arithmetic, comparison, formatting, parsing, errors.
d = ~D[2024-02-28]
IO.inspect({Date.add(d, 2), Date.diff(~D[2024-03-01], d), Date.day_of_week(d), Date.leap_year?(d), Date.days_in_month(d)})
IO.inspect({Date.to_string(d), Date.to_iso8601(d), Date.from_iso8601("2024-13-01"), Date.new(2024, 2, 30), Date.compare(d, ~D[2024-01-01])})
IO.inspect({Date.beginning_of_month(d), Date.end_of_month(d), Date.beginning_of_week(d), Date.quarter_of_year(d), Date.day_of_year(d)})
IO.inspect(Date.range(d, ~D[2024-03-02]) |> Enum.to_list())
IO.inspect(Enum.count(Date.range(d, ~D[2024-12-31])))
t = ~T[23:30:00]
IO.inspect({Time.add(t, 3600), Time.diff(t, ~T[22:00:00]), Time.to_string(t), Time.truncate(~T[10:00:00.123456], :millisecond), Time.compare(t, ~T[00:00:00])})
n = ~N[2024-02-28 23:30:00]
IO.inspect({NaiveDateTime.add(n, 3600), NaiveDateTime.diff(n, ~N[2024-02-28 00:00:00]), NaiveDateTime.to_date(n), NaiveDateTime.to_time(n)})
IO.inspect({NaiveDateTime.new!(d, t), NaiveDateTime.from_iso8601("2024-01-01T00:00:00"), NaiveDateTime.to_iso8601(n)})
u = ~U[2024-02-28 23:30:00Z]
IO.inspect({DateTime.add(u, 1800, :second), DateTime.to_unix(u), DateTime.from_unix!(0), DateTime.to_iso8601(u), DateTime.to_naive(u)})
IO.inspect({DateTime.from_iso8601("2024-01-01T10:00:00+02:00"), DateTime.diff(u, ~U[2024-02-28 00:00:00Z], :hour)})
IO.inspect(Calendar.strftime(n, "%Y-%m-%d %H:%M:%S %A %B %j %p %I %y %a %b"))
IO.puts("#{d} #{t} #{n} #{u}")
IO.inspect({d.year, d.month, t.hour, u.time_zone})
IO.inspect(d == ~D[2024-02-28])
IO.inspect(~D[2024-01-02] > ~D[2023-12-31])
IO.inspect(Date.utc_today().year >= 2024)
IO.inspect(DateTime.utc_now().__struct__)
IO.inspect(Enum.sort([~T[12:00:00], ~T[09:00:00]], Time))
