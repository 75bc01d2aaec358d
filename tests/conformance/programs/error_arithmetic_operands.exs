# What is told of the operands of an operation that fails: all but those for which the BEAM has an instruction of its own.
defmodule B do
  def a(x), do: x + 1
  def b(x), do: x - 1
  def c(x), do: 1 + x
  def d(x), do: x + 123456789012345678901234567890
  def e(x), do: x * 2
  def f(x), do: +x
  def g(x, y), do: x - y - 1
  def h(m), do: m.a + 1
  def i(m), do: m.a * 2
  def j(m), do: m.a + m.b
  def k(x, y), do: (x + 1) / y
  def l(x), do: hd(x) + 1
  def m(x, y) do
    x +
      y
  end
  def n(x), do: (case x do 1 -> :a; y -> y end) + 1
  def o(x) do
    y = x
    z = if y == 1, do: :é, else: 2
    y + z
  end
  def p(x), do: -(x + 1)
  def q(x), do: elem(x, 0) + 1
  def s(m), do: m[:a] + 1
  def t(x), do: -x + 2
end
for {f, a} <- [a: [:z], b: [:z], c: [:z], d: [:z], e: [:z], f: [:z], g: [3, :z], g: [:z, 3], h: [%{a: nil}], i: [%{a: nil}], j: [%{a: 1, b: "s"}], k: [1, 0], k: [2, :z], l: [[:z]], m: [1, :z], m: ["a", "b"], n: [1], n: [2.5], o: [1], p: [:z], p: [nil], q: [{:z}], s: [%{a: nil}], t: [:z]] do
  try do
    apply(B, f, a)
  rescue
    e -> IO.puts("#{f} #{inspect(a)} #{inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3))} #{Exception.message(Exception.normalize(:error, e, __STACKTRACE__))}")
  end
end

defmodule D do
  def a(x, y), do: x / y
  def b(x), do: x / 2
  def c(x), do: 2 / x
  def d(x), do: x - 1.5
  def e(x), do: 1 - x
  def f(x), do: x + 576460752303423487
  def g(x), do: x + 576460752303423488
  def h(x), do: x - 576460752303423488
  def i(x), do: x + -5
  def j(x), do: x - -5
  def k(x), do: -x
  def l(x), do: x + 1.5
  def m(x), do: div(x, 2)
  def n(x), do: x * 1
  def o(x), do: 1 * x
end
for {f, a} <- [a: [1, 0], a: [:z, 1], b: [:z], c: [0], c: [:z], d: [:z], e: [:z], f: [:z], g: [:z], h: [:z], i: [:z], j: [:z], k: [:z], l: [:z], m: [:z], n: [:z], o: [:z], l: ["q"], d: ["q"]] do
  try do
    apply(D, f, a)
  rescue
    e -> IO.puts("#{f} #{inspect(a)} #{inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3))} #{Exception.message(Exception.normalize(:error, e, __STACKTRACE__))}")
  end
end
import Bitwise
defmodule C do
  def a(x), do: band(x, 1)
  def c(x, y), do: bxor(x, y)
  def d(x), do: bsl(x, 2)
  def e(x), do: bsr(x, 2)
  def f(x), do: bnot(x)
  def g(x, y), do: (x * 2) - (y * 3)
  def h(x, y), do: -(x - y) * x + :z
  def i(x), do: 123456789012345678901234567890 + x
  def j(x), do: 1.5 - x
  def k(x), do: x * 1.5
  def l(x), do: 2.5 * x
  def m(x, y), do: x + y + 1
  def n(x, y), do: 1 + (x + y)
end
for {f, a} <- [a: [:z], c: [1, "s"], d: [:z], e: [:z], f: [:z], g: [1, :z], g: [:z, 1], h: [3, 1], i: [:z], j: [:z], k: [:z], l: [:z], l: ["z"], m: [1, :a], n: [:b, 2], m: ["a", "b"], n: ["a", "b"]] do
  try do
    apply(C, f, a)
  rescue
    e -> IO.puts("#{f} #{inspect(a)} #{inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3))} #{Exception.message(Exception.normalize(:error, e, __STACKTRACE__))}")
  end
end

defmodule F do
  def a(_), do: :a + 1
  def b(_), do: 1 + :a
  def c(_), do: nil / 2
  def d(_), do: 1 / 0
  def f(_), do: 1.5 + :a
  def g(x), do: x / 0
  def h(x), do: x / :a
  def i(x), do: x + :a
  def j(x), do: 1.0 + x + "s"
end
for {f, a} <- [a: [1], b: [1], c: [1], d: [1], f: [1], g: [1], h: [1], i: [1], j: [1]] do
  try do
    apply(F, f, a)
  rescue
    e -> IO.puts("#{f} #{inspect(a)} #{inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3))} #{Exception.message(Exception.normalize(:error, e, __STACKTRACE__))}")
  end
end

t = fn f -> try do f.() rescue _ -> IO.inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3) |> elem(1)) end end
x = List.first([:z])
n = List.first([0])
t.(fn -> x + 1.5 end)
t.(fn -> x / 2 end)
t.(fn -> 1 / n end)
t.(fn -> x * 2.5 end)
t.(fn -> 2 * x end)
t.(fn -> 1.5 + x end)
try do x / 1 rescue _ -> IO.inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3) |> elem(1)) end
try do x + 1 rescue _ -> IO.inspect(hd(__STACKTRACE__) |> Tuple.delete_at(3) |> elem(1)) end
t.(fn -> :a + 1 end)
t.(fn -> nil / 2 end)
t.(fn -> 2 + "s" end)

first = :a
total = Enum.sum([1, 2])
first + total
