defmodule A do
  def f(x) do
    cond do
      true -> x
      x > 1 -> 2
    end
  end
end
