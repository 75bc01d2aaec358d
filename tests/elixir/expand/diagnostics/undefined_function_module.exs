defmodule A do
  def f, do: g(1, 2)
end
