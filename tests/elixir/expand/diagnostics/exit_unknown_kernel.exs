defmodule A do
  def f, do: Kernel.nothing(1)
end
