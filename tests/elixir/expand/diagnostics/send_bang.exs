defmodule A do
  def run(), do: start!(1)
end
