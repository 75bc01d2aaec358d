m = %{a: 1, a: 2}
IO.inspect(m)
