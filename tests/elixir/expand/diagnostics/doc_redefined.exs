defmodule A do
  @doc "a"
  @doc "b"
  def f, do: 1
end
