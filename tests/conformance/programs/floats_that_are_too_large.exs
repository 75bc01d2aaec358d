# What is more than the greatest float is an ArithmeticError, with its operands where the BEAM tells them.
defmodule F do
  def a(x), do: 1.0e308 + x
  def b(x, y), do: x + y
  def c(x, y), do: x - y
  def d(x, y), do: x * y
  def f(x), do: x - 1.0e308
  def g(x), do: -x - 1.7e308
  def h(x, y), do: Enum.sum([x, y])
  def i(x), do: 1.0 - x
  def j(x, y), do: x / y
  def k(x, n), do: Enum.reduce(1..n, x, fn _, a -> a + a end)
  def m(x), do: :math.exp(x)
  def n(x, y), do: (x + 0.5) + (y + 0.5)
  def o(x), do: x + 1
  def p(x), do: 1 - x
  def q(x, y), do: Enum.product([x, y])
end
big = 1.0e308
for {f, args} <- [a: [big], b: [big, big], c: [big, -big], c: [1, :a], c: ["a", 1], d: [big, 10.0], f: [-big], g: [big], h: [big, big], i: [1], i: [:a], j: [1.0e300, 1.0e-300], j: [1, 0], j: [1.0, 0.0], k: [2.0, 2000], m: [1000], n: [big, big], o: [big], p: [big], q: [big, 2], b: [1, 2.5], c: [1, 2.5], c: [[1], [1]]] do
  try do
    IO.inspect({f, apply(F, f, args)})
  rescue
    e -> IO.inspect({f, e.__struct__, hd(__STACKTRACE__)})
  end
end
IO.inspect(try do 1.0e308 + 1.0e308 rescue e -> e end)
for x <- ["ab", 97, "a"] do
IO.inspect(try do <<x::utf8>> rescue e -> e end)
IO.inspect(try do <<x::utf16>> rescue e -> e end)
end
IO.inspect(<<"ab"::utf8, "ab"::utf16, "ä"::utf32-little>>)
