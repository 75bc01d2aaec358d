defmodule A do
  def send(a, b), do: {a, b}
  def f, do: send(1, 2)
end
