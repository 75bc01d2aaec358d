defmodule A do
  def f(_), do: 1
  def f(:a), do: 2
  def f(:b), do: 3
end
