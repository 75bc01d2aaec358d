# Functions from variables in streams, and closures that wait, made by functions that do not.
{:ok, dice} = Agent.start_link(fn -> Enum.to_list(1..100) end)
roll = fn -> Agent.get_and_update(dice, fn [h | t] -> {h, t} end) end
rolls = Stream.repeatedly(roll)
IO.inspect(Enum.take(rolls, 3))
IO.inspect(rolls |> Stream.take_while(&(&1 != 6)) |> Enum.to_list())
IO.inspect(Enum.at(rolls, 1))
double = fn x ->
  IO.puts("doubling #{x}")
  x * 2
end
IO.inspect([1, 2] |> Stream.map(double) |> Enum.sum())
IO.inspect(for x <- Stream.map([3], double), do: x)
step = fn n -> if n > 2, do: nil, else: (IO.puts(n); {n, n + 1}) end
IO.inspect(Stream.unfold(0, step) |> Enum.to_list())
close = fn _ -> IO.puts("closed") end
IO.inspect(Stream.resource(fn -> 0 end, fn n -> if n < 2, do: {[n], n + 1}, else: {:halt, n} end, close) |> Enum.to_list())

defmodule Made do
  def by(nil), do: &{&1, 1}
  def by(fun) when is_function(fun, 1), do: &{&1, fun.(&1)}
  def by(other), do: raise(ArgumentError, "got #{inspect(other)}")
  def chosen(x), do: if(x, do: by(x), else: by(nil))
end

IO.inspect(Made.by(nil).(5))
IO.inspect(Made.by(fn x -> Agent.get(dice, &hd/1) + x end).(5))
IO.inspect(Made.chosen(fn x -> IO.puts("asked"); x end).(7))
IO.inspect(try do Made.by(3) rescue e -> e.message end)
f = &Enum.take/2
IO.inspect(f.(Stream.repeatedly(roll), 2))
