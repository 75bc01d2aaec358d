defmodule A do
  def f, do: Nowhere.a()
  def g, do: Nowhere.a()
end
