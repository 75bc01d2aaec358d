defmodule A do
  def big?(x), do: x > 10
  def f(x) when big?(x), do: x
end
