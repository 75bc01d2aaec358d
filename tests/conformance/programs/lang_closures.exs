# Closures keep the values of when they were made.
x = 1
f = fn -> x end
x = 2
g = fn -> x end
IO.inspect({f.(), g.()})
adders = for n <- 1..3, do: fn m -> n + m end
IO.inspect(Enum.map(adders, & &1.(10)))
counter = fn
  0, _ -> :done
  n, self -> self.(n - 1, self)
end
IO.inspect(counter.(5, counter))
compose = fn f, g -> fn x -> g.(f.(x)) end end
IO.inspect(compose.(&(&1 + 1), &(&1 * 2)).(5))
