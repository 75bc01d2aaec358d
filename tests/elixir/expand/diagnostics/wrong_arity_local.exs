defmodule A do
  def add(a, b), do: a + b
  def run, do: add(1)
end
