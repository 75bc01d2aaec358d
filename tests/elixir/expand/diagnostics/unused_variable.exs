defmodule A do
  def f(a, b) do
    c = b
    :ok
  end
end
