defmodule A do
  @a 1
  @a 2
  def f, do: @a
end
