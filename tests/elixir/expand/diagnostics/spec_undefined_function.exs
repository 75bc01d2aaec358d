defmodule A do
  @spec f(integer, integer) :: integer
  def f(x), do: x
end
