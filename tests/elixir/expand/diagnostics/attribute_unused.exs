defmodule A do
  @limit 10
  def f, do: 1
end
