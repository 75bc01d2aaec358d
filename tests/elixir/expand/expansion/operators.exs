IO.inspect({1 + 2 * 3, 7 / 2, div(7, 2), rem(-7, 3), 2 ** 3, 5 == 5.0, 5 === 5.0, 1 != 2, 1 !== 1.0})
IO.inspect({true and false, true or raise("x"), nil || 1, false || nil, 1 && 2, nil && 1, !1, !nil, not true})
IO.inspect({"a" <> "b" <> "c", [1] ++ [2] ++ [3], [1, 2, 1] -- [1], 1 in [1, 2], 3 in 1..5, 3 not in [1]})
IO.inspect({1..3, 1..10//2, Enum.to_list(5..1), "abc" =~ "b", max(1, 2), -5 |> abs()})
x = 5
IO.inspect({x in [1, x], x in [1, 2 | [5]], -x, +x, 5 |> Kernel.+(1)})
