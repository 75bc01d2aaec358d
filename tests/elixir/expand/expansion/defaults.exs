defmodule D do
  def f(a, b \\ 2, c \\ 3), do: {a, b, c}
  def g(a \\ 1, b), do: {a, b}
  def h(x, opts \\ [])
  def h(:a, opts), do: {:a, opts}
  def h(x, opts), do: {x, opts}
  def k(f \\ fn -> :default end), do: f.()
end
IO.inspect({D.f(1), D.f(1, 5), D.f(1, 5, 6), D.g(7), D.g(7, 8), D.h(:a), D.h(:b, x: 1), D.k(), D.k(fn -> 1 end)})
