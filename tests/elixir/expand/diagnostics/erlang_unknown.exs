defmodule A do
  def f, do: :erlang.nothing(1)
  def g, do: :lists.revers([1])
end
