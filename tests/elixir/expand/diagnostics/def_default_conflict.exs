defmodule A do
  def f(a, b \\ 1), do: {a, b}
  def f(a), do: a
end
