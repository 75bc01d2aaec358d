# Tail calls between functions, a million deep, in constant memory.
defmodule Even do
  def even?(0), do: true
  def even?(n), do: odd?(n - 1)
  def odd?(0), do: false
  def odd?(n), do: even?(n - 1)
  def count(n, acc \\ 0)
  def count(0, acc), do: acc
  def count(n, acc), do: count(n - 1, acc + 1)

  def collatz(1, steps), do: steps
  def collatz(n, steps) when rem(n, 2) == 0, do: collatz(div(n, 2), steps + 1)
  def collatz(n, steps), do: collatz(3 * n + 1, steps + 1)
end

IO.inspect(Even.even?(100_000))
IO.inspect(Even.count(300_000))
IO.inspect(Even.collatz(27, 0))
