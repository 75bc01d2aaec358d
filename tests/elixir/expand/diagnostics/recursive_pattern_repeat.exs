defmodule A do
  def f({_a, _a}), do: 1
end
