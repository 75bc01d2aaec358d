# Unused variables, functions, imports and aliases.
defmodule Unused do
  import String, only: [upcase: 1]
  alias Some.Thing
  def go(x, y), do: x
  defp never(z), do: z
end

IO.inspect(Unused.go(1, 2))
