defmodule A do
  @typep t :: integer
  def f(x), do: x
end
