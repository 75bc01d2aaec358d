defmodule A do
  defp loop(n), do: loop(n - 1)
  def f, do: 1
end
