defmodule A do
  def f(%Nowhere{}), do: 1
end
