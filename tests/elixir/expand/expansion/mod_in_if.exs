if true do
  defmodule Cond do
    def x, do: 1
  end
end
IO.inspect(Cond.x())
