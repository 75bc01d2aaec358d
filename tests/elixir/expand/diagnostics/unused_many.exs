defmodule A do
  def f(a, b, c, _d), do: 1
end
