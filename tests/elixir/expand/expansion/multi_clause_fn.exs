f = fn
  0 -> :zero
  n when n > 0 -> :pos
  _ -> :neg
end
IO.inspect({f.(0), f.(1), f.(-1)})
g = fn {a, b}, [c | _] -> {a, b, c} end
IO.inspect(g.({1, 2}, [3]))
h = fn -> :none end
IO.inspect(h.())
