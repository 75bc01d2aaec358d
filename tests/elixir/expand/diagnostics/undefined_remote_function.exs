defmodule A do
  def f, do: Enum.nothing([1])
end
