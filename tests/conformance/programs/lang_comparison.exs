# Terms of all kinds have an order.
terms = [[1], "b", {1, 2}, %{a: 1}, :atom, 3, 2.5, {1}, [], "a", %{}, fn -> 1 end, nil, true]
IO.inspect(Enum.sort(Enum.reject(terms, &is_function/1)))
IO.inspect({1 == 1.0, 1 === 1.0, 1 != 1.0, 1 !== 1.0})
IO.inspect({1 < :a, :a < "a", {1} < {1, 1}, [2] < [1, 1], {3} < {1, 1}})
IO.inspect({max(1, 2), min(:a, 1), max("a", [1])})
