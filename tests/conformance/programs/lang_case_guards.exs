# Guards choose a clause; one that raises is false.
classify = fn v ->
  case v do
    n when is_integer(n) and n < 0 -> :negative
    0 -> :zero
    n when is_integer(n) -> :positive
    s when is_binary(s) and byte_size(s) > 3 -> :long
    s when is_binary(s) -> :short
    [_ | _] -> :list
    t when elem(t, 0) == :ok -> :ok_tuple
    m when map_size(m) == 0 -> :empty_map
    _ -> :other
  end
end
for v <- [-1, 0, 3, 2.5, "abcd", "ab", [1], [], {:ok, 1}, {:no}, %{}, %{a: 1}, nil, {}], do: IO.inspect({v, classify.(v)})
