defmodule A do
  def f, do: 1
end
defmodule B do
  def g, do: A.h(1)
  defp unused_k, do: A.f()
end
