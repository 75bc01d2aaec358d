defmodule A do
  def f(String.upcase(x)), do: x
end
