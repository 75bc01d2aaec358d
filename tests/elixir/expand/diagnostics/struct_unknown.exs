defmodule A do
  def f, do: %Nowhere{a: 1}
end
