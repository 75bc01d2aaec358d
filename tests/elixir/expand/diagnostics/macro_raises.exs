defmodule M do
  defmacro m(x) do
    raise ArgumentError, "no #{inspect(x)}"
  end
end
defmodule A do
  require M
  def f, do: M.m(1)
end
