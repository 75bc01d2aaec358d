# Warnings come before anything runs.
defmodule W do
  def f(x, y), do: x
  defp never, do: 1
end
IO.inspect(W.f(1, 2))
