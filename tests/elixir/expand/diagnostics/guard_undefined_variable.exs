defmodule A do
  def f(x) when x > y, do: x
end
