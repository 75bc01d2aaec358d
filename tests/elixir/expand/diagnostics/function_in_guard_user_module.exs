defmodule H do
  def ok?(x), do: x
end
defmodule A do
  def f(x) when H.ok?(x), do: x
end
