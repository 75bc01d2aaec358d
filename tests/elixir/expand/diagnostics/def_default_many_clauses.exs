defmodule A do
  def f(1, b), do: b
  def f(a, b \\ 1), do: {a, b}
end
