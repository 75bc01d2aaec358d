# Default arguments, also before others, with expressions, with several clauses.
defmodule D do
  def all(a \\ 1, b \\ 2, c \\ 3), do: {a, b, c}
  def mid(a, b \\ :b, c), do: {a, b, c}
  def now(x \\ Enum.sum([1, 2])), do: x
  def many(list, acc \\ [])
  def many([], acc), do: acc
  def many([h | t], acc), do: many(t, [h | acc])
  defp hidden(x \\ 5), do: x
  def shows, do: {hidden(), hidden(6)}
end

IO.inspect([D.all(), D.all(9), D.all(9, 8), D.all(9, 8, 7)])
IO.inspect([D.mid(1, 2), D.mid(1, 2, 3), D.now(), D.now(7), D.many([1, 2]), D.shows()])
IO.inspect(D.__info__(:functions))
