# The guards of attempted clauses; private functions, too.
defmodule Guarded do
  def go(x), do: private(x, :option)
  defp private(n, _) when is_integer(n) and n > 0, do: n
  defp private(n, opt) when is_float(n) or opt == :none, do: n
end

Guarded.go("text")
