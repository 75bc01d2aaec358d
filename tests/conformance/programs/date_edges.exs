# Dates and times: parsing, arithmetic, comparison, ranges, formatting, rounding, and what they refuse.
defmodule T do
  defmacro t(expr) do
    quote do
      IO.inspect(try do
        unquote(expr)
      rescue
        e -> {e.__struct__, Exception.message(e)}
      catch
        k, v -> {k, v}
      end)
    end
  end
end

defmodule Main do
  import T

  def run do
    t Date.new(2021, 2, 29)
    t Date.new!(2021, 13, 1)
    t ~D[2020-02-29] |> Date.add(365)
    t Date.add(~D[2020-01-01], -1)
    t Date.diff(~D[2020-03-01], ~D[2020-02-01])
    t Date.compare(~D[2020-01-01], ~U[2020-01-01 10:00:00Z])
    t Date.from_iso8601("2020-1-1")
    t Date.from_iso8601("2020-02-30")
    t Date.from_iso8601!("x")
    t Date.range(~D[2020-01-01], ~D[2020-01-03]) |> Enum.to_list()
    t Date.range(~D[2020-01-03], ~D[2020-01-01], -1) |> Enum.map(& &1.day)
    t Date.range(~D[2020-01-01], ~D[2020-02-01], 7)
    t Enum.count(Date.range(~D[2020-01-01], ~D[2020-12-31]))
    t ~D[2020-01-05] in Date.range(~D[2020-01-01], ~D[2020-01-10])
    t Date.day_of_week(~D[2020-01-05], :sunday)
    t Date.beginning_of_week(~D[2020-01-05])
    t Date.end_of_month(~D[2020-02-05])
    t Date.quarter_of_year(~D[2020-07-05])
    t Date.days_in_month(~D[1900-02-01])
    t Date.leap_year?(~D[2000-01-01])
    t Date.to_erl(~D[2020-01-02])
    t Date.from_erl({2020, 2, 30})
    t ~D[2020-01-01] == ~D[2020-01-01]
    t inspect(~D[0020-01-01])
    t to_string(~T[01:02:03.004])
    t Time.new(25, 0, 0)
    t Time.add(~T[23:30:00], 3600)
    t Time.add(~T[23:30:00], 1, :hour)
    t Time.add(~T[00:00:00], 1500, :millisecond)
    t Time.diff(~T[10:00:00], ~T[09:59:59.5], :millisecond)
    t Time.truncate(~T[01:02:03.456789], :millisecond)
    t Time.compare(~T[01:00:00], ~T[01:00:00.000])
    t Time.from_iso8601("01:02")
    t Time.from_iso8601("T01:02:03,5")
    t Time.to_seconds_after_midnight(~T[01:00:01.5])
    t NaiveDateTime.new(2020, 1, 1, 0, 0, 60)
    t NaiveDateTime.new!(~D[2020-01-01], ~T[01:02:03])
    t NaiveDateTime.add(~N[2020-01-01 00:00:00], -1)
    t NaiveDateTime.add(~N[2020-01-01 00:00:00], 2, :day)
    t NaiveDateTime.diff(~N[2020-01-02 00:00:00], ~N[2020-01-01 00:00:00])
    t NaiveDateTime.from_iso8601("2020-01-01T00:00:00Z")
    t NaiveDateTime.from_iso8601("2020-01-01 24:00:00")
    t NaiveDateTime.truncate(~N[2020-01-01 01:02:03.456], :second)
    t NaiveDateTime.compare(~N[2020-01-01 00:00:00], ~N[2020-01-01 00:00:00.1])
    t DateTime.new(~D[2020-01-01], ~T[01:02:03])
    t DateTime.new(~D[2020-01-01], ~T[01:02:03], "Europe/Paris")
    t DateTime.from_iso8601("2020-01-01T00:00:00+01:30")
    t DateTime.from_iso8601("2020-01-01T00:00:00")
    t DateTime.from_unix(1_600_000_000)
    t DateTime.from_unix(1_600_000_000_123, :millisecond)
    t DateTime.to_unix(~U[2020-01-01 00:00:00Z], :millisecond)
    t DateTime.add(~U[2020-01-01 00:00:00Z], 90, :minute)
    t DateTime.diff(~U[2020-01-02 00:00:00Z], ~U[2020-01-01 00:00:00.5Z], :millisecond)
    t DateTime.diff(~U[2020-01-02 00:00:00Z], ~U[2020-01-01 00:00:00Z], :day)
    t DateTime.compare(~U[2020-01-02 00:00:00Z], ~U[2020-01-01 00:00:00Z])
    t DateTime.truncate(~U[2020-01-01 00:00:00.123456Z], :millisecond)
    t DateTime.to_date(~U[2020-01-01 00:00:00Z])
    t DateTime.shift_zone(~U[2020-01-01 00:00:00Z], "America/New_York")
    t DateTime.from_naive!(~N[2020-01-01 00:00:00], "Etc/UTC")
    t DateTime.to_iso8601(~U[2020-01-01 00:00:00.10Z])
    t inspect(~U[2020-01-01 00:00:00Z])
    t Calendar.strftime(~U[2020-01-05 15:04:05.678Z], "%a %A %b %B %d %-d %H %I %j %m %M %p %P %q %S %f %u %y %Y %Z %z %%")
    t Calendar.strftime(~D[2020-01-05], "%x %_5d %010d")
    t Calendar.strftime(~T[15:04:05], "%X %c")
    t Calendar.strftime(~D[2020-01-05], "%Q")
    t Enum.sort([~D[2020-01-10], ~D[2020-01-09]], Date)
    t Enum.max([~D[2020-01-10], ~D[2020-02-09]], Date)
    
    t System.convert_time_unit(1, :second, :millisecond)
    t System.convert_time_unit(1999, :millisecond, :second)
    t Date.utc_today().__struct__
    t Map.from_struct(~D[2020-01-01])
    t Date.to_string(%{year: 2020, month: 1, day: 1, calendar: Calendar.ISO})
    t Date.add(nil, 1)
  end
end

Main.run()
