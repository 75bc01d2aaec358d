defmodule A do
  def f, do: one()
  def g, do: two()
end
