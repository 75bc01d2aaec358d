# The hash that is the same on every machine.
IO.inspect(for t <- [1, :a, "abc", {1, 2}, [1, 2, 3], %{a: 1}, 1.5, -1, 12345678901234567890, [], {}, "", nil, [a: 1], {:x, "y", [1.0]}, 'abc', <<1::3>>], do: :erlang.phash2(t))
IO.inspect(for t <- [1, :a, "abc", {1, 2}, [1, 2, 3], :hello, "key1", {"a", :b}], do: :erlang.phash2(t, 16))
