defmodule A do
  def f, do: @limit
end
