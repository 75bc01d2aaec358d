defmodule A do
  def f, do: g(1, 2)
  defp g(a, b \\ 3), do: a + b
end
