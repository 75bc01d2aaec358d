defmodule A do
  import Enum, only: [map: 2]
  def f, do: map([1], & &1)
  defp map(a, b), do: {a, b}
end
