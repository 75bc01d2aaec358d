# An underscored variable that is used after all.
defmodule Under do
  def f(_x), do: _x + 1
end

IO.inspect(Under.f(1))
