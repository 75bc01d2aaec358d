f = fn
  x when is_integer(x) and x > 0 -> :pos
  x when is_integer(x) or is_float(x) -> :num
  %{a: a} when a in [1, 2] -> {:a, a}
  [h | _] = l when length(l) > 1 -> {:list, h}
  <<c, _::binary>> when c == ?a -> :a_string
  _ -> :other
end
IO.inspect(Enum.map([1, -1, 1.5, %{a: 2}, [1, 2], "abc", nil], f))
