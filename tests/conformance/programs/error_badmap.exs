# BadMapError, BadStructError, bad keyword lists.
for f <- [
      fn -> Map.put([a: 1], :b, 2) end,
      fn -> %{:not_a_map | a: 1} end,
      fn -> Map.keys("text") end,
      fn -> Map.merge(%{}, []) end,
      fn -> Keyword.fetch!([a: 1], :b) end,
      fn -> struct!(Range, nope: 1) end,
      fn -> Enum.fetch!([1], 5) end,
      fn -> Enum.min([]) end,
      fn -> Enum.reduce([], &+/2) end,
      fn -> List.to_integer('x') end,
      fn -> String.to_float("1") end,
      fn -> Atom.to_string("x") end,
      fn -> Date.new!(2024, 2, 30) end,
      fn -> ~D[2024-01-01] |> Date.add("1") end,
      fn -> Regex.compile!("(") end
    ] do
  try do
    IO.inspect(f.())
  rescue
    e -> IO.inspect({e.__struct__, Exception.message(e) |> String.split("\n") |> hd()})
  end
end
