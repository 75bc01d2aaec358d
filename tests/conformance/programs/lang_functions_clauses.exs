# Clauses of a function are tried in order; FunctionClauseError tells the call.
defmodule Shape do
  def area({:square, a}), do: a * a
  def area({:circle, r}) when r >= 0, do: Float.round(3.14159 * r * r, 2)
  def area({:rect, a, b}) do
    a * b
  end
end
IO.inspect([Shape.area({:square, 3}), Shape.area({:circle, 2}), Shape.area({:rect, 2, 5})])
try do
  Shape.area({:circle, -1})
rescue
  e in FunctionClauseError -> IO.puts(Exception.message(e))
end
Shape.area(:nothing)
