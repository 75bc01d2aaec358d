defmodule A do
  def f(x) do
    x = x + 1
    x = 5
    :ok
  end
end
