defmodule A do
  defmacrop m(x), do: x
  def f, do: m(1)
  def g, do: n(1)
  defmacrop n(x), do: x
end
