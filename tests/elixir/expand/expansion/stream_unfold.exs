Stream.unfold({0, 1}, fn {a, b} -> {a, {b, a + b}} end) |> Enum.take(5) |> IO.inspect()
Stream.iterate(1, &(&1 * 2)) |> Stream.filter(&(rem(&1, 3) == 1)) |> Enum.take(3) |> IO.inspect()
