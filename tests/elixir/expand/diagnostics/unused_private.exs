defmodule A do
  def f, do: 1
  defp g(x), do: x
  defp h, do: k()
  defp k, do: h()
end
