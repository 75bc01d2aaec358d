defmodule A do
  def f(a)
end
