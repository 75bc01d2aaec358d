defmodule A do
  def f, do: raise Nowhere
end
