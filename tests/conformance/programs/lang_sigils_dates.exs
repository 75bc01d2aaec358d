# Dates and times: sigils, arithmetic, printing.
d = ~D[2024-02-28]
IO.inspect(d)
IO.puts(d)
IO.inspect(Date.add(d, 2))
IO.inspect(Date.diff(~D[2024-03-01], d))
IO.inspect(Date.day_of_week(d))
IO.inspect({d.year, d.month, d.day})
t = ~T[10:30:00]
IO.inspect(Time.add(t, 3600))
n = ~N[2024-01-01 12:00:00]
IO.inspect(NaiveDateTime.add(n, 90, :second))
u = ~U[2024-01-01 12:00:00Z]
IO.inspect(DateTime.to_unix(u))
IO.puts(u)
IO.inspect(Date.compare(~D[2024-01-01], ~D[2024-01-02]))
IO.inspect(Date.from_iso8601("2024-13-01"))
IO.inspect(Date.range(~D[2024-01-01], ~D[2024-01-03]) |> Enum.to_list())
