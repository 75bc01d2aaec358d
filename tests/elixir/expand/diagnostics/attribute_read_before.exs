defmodule A do
  def f, do: @later
  @later 5
  def g, do: @later
end
