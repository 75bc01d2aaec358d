# Recursion over lists and numbers; tail calls in constant memory.
defmodule R do
  def sum([]), do: 0
  def sum([h | t]), do: h + sum(t)
  def count(0, acc), do: acc
  def count(n, acc), do: count(n - 1, acc + 1)
  def fib(n) when n < 2, do: n
  def fib(n), do: fib(n - 1) + fib(n - 2)
  def even?(0), do: true
  def even?(n), do: odd?(n - 1)
  def odd?(0), do: false
  def odd?(n), do: even?(n - 1)
  def reverse(list, acc \\ [])
  def reverse([], acc), do: acc
  def reverse([h | t], acc), do: reverse(t, [h | acc])
end
IO.puts(R.sum(Enum.to_list(1..50_000)))
IO.puts(R.count(1_000_000, 0))
IO.puts(R.fib(15))
IO.inspect({R.even?(100_001), R.odd?(100_001)})
IO.inspect(R.reverse([1, 2, 3]))
