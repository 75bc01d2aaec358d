defmodule M do
  defmacro m(x), do: x
end
defmodule A do
  require M
  def f, do: M.m(1, 2)
end
