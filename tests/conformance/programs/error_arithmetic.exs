# Dividing by zero.
defmodule Div do
  def go(a, b), do: div(a, b)
end

IO.inspect(Div.go(7, 2))
Div.go(1, 0)
