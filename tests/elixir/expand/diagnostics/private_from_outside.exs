defmodule A do
  def f, do: g()
  defp g, do: 1
end
defmodule B do
  def h, do: A.g()
end
