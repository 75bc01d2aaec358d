defmodule A do
  def f({a, b} \\ {1, 2}), do: a
end
