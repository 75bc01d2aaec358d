defmodule A do
  def f, do: g()
  @doc "a"
  defp g, do: 1
end
