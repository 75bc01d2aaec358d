defmodule A do
  def f(x), do: x
  def h(x), do: x
end
defmodule B do
  def f(x), do: x
  def k(x), do: x
end
defmodule C do
  import A
  import B
  def g, do: h(1) + k(2)
end
