defmodule A do
  import A
  def f, do: 1
end
