defmodule A do
  def f(x \\ 1), do: 2
end
