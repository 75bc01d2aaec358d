defmodule A do
  def f(x), do: x
  defp f(y), do: y
end
