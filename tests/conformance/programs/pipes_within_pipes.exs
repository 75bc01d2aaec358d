# What is piped into may be a pipe itself: its steps follow.
IO.inspect([1, 2] |> (Enum.map(&(&1 + 1)) |> Enum.sum()))
IO.inspect(1 |> (then(&(&1 + 1)) |> (then(&(&1 * 10)) |> Integer.to_string())) |> String.length())

defmodule P do
  defmacro all(subject, steps), do: quote(do: unquote(subject) |> unquote(steps))
end

defmodule Q do
  require P
  def q(x), do: P.all(x, Enum.sum() |> (fn n -> n + 1 end).())
end

IO.inspect(Q.q([1, 2]))
