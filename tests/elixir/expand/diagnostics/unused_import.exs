defmodule A do
  import Enum
  def f, do: 1
end
