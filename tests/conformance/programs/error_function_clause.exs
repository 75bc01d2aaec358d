# FunctionClauseError of a named function, uncaught: the attempted clauses.
defmodule Shape do
  def area({:circle, r}) when is_number(r), do: 3.14 * r * r
  def area({:square, a}), do: a * a
end

IO.puts(Shape.area({:square, 3}))
Shape.area({:triangle, 1, 2})
