defmodule A do
  def f(a, b \\ 1)
  def f(a, b \\ 2), do: {a, b}
end
