# Macro.decompose_call/1 of what is a call and what is none; Macro.escape/2 of improper and of spliced lists.
for q <- [quote(do: f), quote(do: f(1)), quote(do: M.f(1)), quote(do: :m.f()), quote(do: {1,2,3}), quote(do: x.(1)), quote(do: x.y), 1, quote(do: "a".f(1)), quote(do: f(1).(2)), {:f, [], 1}] do
  IO.inspect Macro.decompose_call(q)
end
IO.inspect Macro.escape([{:arg, {:unquote, [], [{:a, [], nil}]}} | {:unquote, [], [{:b, [], nil}]}], unquote: true)
IO.inspect Macro.escape([1, 2 | {:unquote, [], [{:b, [], nil}]}], unquote: true)
IO.inspect Macro.escape([1, 2 | :x], unquote: true)
IO.inspect Macro.escape([1, 2 | {1, 2, 3}], unquote: true)
IO.inspect Macro.escape([1, 2 | {1, 2, 3}])
x = [7, 8]
for l <- [[1, {:unquote_splicing, [], [x]}, 2], [{:unquote_splicing, [], [x]}], [1, {:unquote_splicing, [], [x]}],
 [{:unquote_splicing, [], [x]}, 1, {:unquote_splicing, [], [x]}, 2 , 3]] do
IO.inspect Code.eval_quoted(Macro.escape(l, unquote: true)) |> elem(0)
end
