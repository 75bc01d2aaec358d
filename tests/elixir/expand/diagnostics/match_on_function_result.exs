defmodule A do
  def f(x) do
    Map.get(x, :a) = 1
  end
end
