defmodule R do
  def fact(0), do: 1
  def fact(n) when n > 0, do: n * fact(n - 1)
  def loop(0, acc), do: acc
  def loop(n, acc), do: loop(n - 1, acc + n)
  def fib(n, a \\ 0, b \\ 1)
  def fib(0, a, _), do: a
  def fib(n, a, b), do: fib(n - 1, b, a + b)
end
IO.inspect({R.fact(20), R.loop(1000, 0), R.fib(50)})
