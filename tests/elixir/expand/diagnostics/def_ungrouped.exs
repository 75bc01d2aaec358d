defmodule A do
  def f(1), do: 1
  def g, do: 1
  def f(2), do: 2
end
