# Terms as bytes, and back.
for t <- [1, 300, -1, 123456789012345678901234567890, 1.5, :ok, :"é", {1, :a}, [1, 2, 3], [:a | :b], "text", <<255>>, <<5::3>>, %{:a => 1, "b" => [2]}, [], nil, 'abc', [300, 1], -1000] do
  b = :erlang.term_to_binary(t)
  IO.inspect({t, :binary.bin_to_list(b), :erlang.binary_to_term(b) == t}, limit: :infinity, charlists: :as_lists)
end
