defmodule A do
  def f(x) do
    if x do
      x = 2
    end
    x
  end
end
