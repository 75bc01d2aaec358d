defmodule A do
  @x String.to_integer("x")
  def f, do: @x
end
