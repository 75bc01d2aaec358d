defmodule A do
  def f(_x), do: 1
end
