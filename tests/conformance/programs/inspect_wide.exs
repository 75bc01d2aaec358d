# Long terms are broken at 80 columns.
IO.inspect(Enum.map(1..30, &(&1 * 1000)))
IO.inspect(%{name: "a rather long name indeed", address: "a rather long street, and a number", tags: [:one, :two, :three]})
IO.inspect({:tuple, String.duplicate("x", 40), String.duplicate("y", 40)})
IO.inspect([[1, 2, 3], %{nested: %{deep: %{deeper: String.duplicate("z", 60)}}}])
IO.inspect(Map.new(1..20, &{&1, "value #{&1}"}))
IO.inspect([key: String.duplicate("a", 50), other: String.duplicate("b", 50)])
