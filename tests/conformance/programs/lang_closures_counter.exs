# Functions that return functions, partial application, composition, recursion by passing itself.
compose = fn f, g -> fn x -> f.(g.(x)) end end
inc = &(&1 + 1)
double = &(&1 * 2)
IO.inspect(compose.(inc, double).(5))
IO.inspect(Enum.reduce([inc, double, inc], & &1, fn f, acc -> compose.(f, acc) end).(1))
adder = fn n -> fn x -> x + n end end
IO.inspect(Enum.map([1, 2], adder.(10)))
fact = fn self, n -> if n == 0, do: 1, else: n * self.(self, n - 1) end
IO.inspect(fact.(fact, 20))
x = 1
f = fn -> x end
x = 2
IO.inspect({x, f.()})
