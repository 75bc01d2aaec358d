defmodule A do
  defmacrop m(x), do: x
  def f, do: 1
end
