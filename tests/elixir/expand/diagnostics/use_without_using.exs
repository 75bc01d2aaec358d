defmodule M do
  def f, do: 1
end
defmodule A do
  use M
end
