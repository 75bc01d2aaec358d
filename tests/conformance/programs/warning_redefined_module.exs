# A module that is defined twice.
defmodule Twice do
  def f, do: 1
end

IO.inspect(Twice.f())

defmodule Twice do
  def f, do: 2
end

IO.inspect(Twice.f())
