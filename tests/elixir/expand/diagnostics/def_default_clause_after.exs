defmodule A do
  def f(a, b \\ 1), do: {a, b}
  def f(2, b), do: b
end
