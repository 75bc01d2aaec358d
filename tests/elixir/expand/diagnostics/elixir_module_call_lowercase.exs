defmodule A do
  def f, do: enum.map([1], 1)
end
