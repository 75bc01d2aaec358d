# case over everything: pins, maps, structs, binaries, guards, nested tuples and lists.
expected = 5

classify = fn
  ^expected -> :expected
  {:ok, %{name: name}} when is_binary(name) -> {:named, name}
  {:ok, [first | _]} -> {:first, first}
  {:ok, []} -> :empty
  "GET " <> path -> {:get, path}
  <<n, _::binary>> when n > ?a -> :after_a
  [x, x] -> {:same, x}
  [_, {:deep, [_, y]}] -> {:deep, y}
  %{} = m when map_size(m) == 0 -> :empty_map
  %Range{first: f, last: l} -> {:range, f, l}
  {a, a} -> {:twins, a}
  _ -> :other
end

for x <- [5, 6, {:ok, %{name: "n", z: 1}}, {:ok, [1, 2]}, {:ok, []}, "GET /x", "zz", "A", [1, 1], [0, {:deep, [1, 2]}], %{}, 1..3, {3, 3}, {3, 4}, %{a: 1}] do
  IO.inspect(classify.(x))
end
