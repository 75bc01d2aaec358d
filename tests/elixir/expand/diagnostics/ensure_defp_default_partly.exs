defmodule A do
  def f, do: g(1)
  defp g(a, b \\ 1, c \\ 2), do: a + b + c
end
