# One end too many.
defmodule A do
  def f(x), do: x
end
end
