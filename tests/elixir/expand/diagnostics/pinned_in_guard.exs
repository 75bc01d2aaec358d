defmodule A do
  def f(x, y) when ^x == y, do: y
end
