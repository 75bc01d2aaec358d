fact = fn f, n -> if n == 0, do: 1, else: n * f.(f, n - 1) end
IO.inspect(fact.(fact, 5))
counter = Enum.reduce(1..3, fn -> 0 end, fn i, acc -> fn -> acc.() + i end end)
IO.inspect(counter.())
