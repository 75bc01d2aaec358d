defmodule A do
  def f(x) do
    case x do
      y -> y
      1 -> 1
    end
  end
end
