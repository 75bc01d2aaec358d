fs = for i <- 1..3, do: &(&1 + i)
IO.inspect(Enum.map(fs, & &1.(10)))
add = &Kernel.+/2
IO.inspect(add.(1, 2))
IO.inspect(Enum.map([{1, 2}], fn {a, b} -> a + b end))
IO.inspect(Enum.sort_by([%{n: 2}, %{n: 1}], & &1.n))
IO.inspect(Enum.group_by([1, 2, 3], &rem(&1, 2), &(&1 * 10)))
