# with goes on while patterns match; else takes what does not.
check = fn map ->
  with {:ok, a} <- Map.fetch(map, :a),
       true <- is_integer(a),
       b = a * 2,
       {:ok, c} when c > b <- Map.fetch(map, :c) do
    {:fine, a, b, c}
  else
    :error -> :missing
    false -> :not_integer
    {:ok, other} -> {:too_small, other}
  end
end
IO.inspect(check.(%{a: 1, c: 5}))
IO.inspect(check.(%{c: 5}))
IO.inspect(check.(%{a: "x"}))
IO.inspect(check.(%{a: 5, c: 5}))
IO.inspect(with {:ok, x} <- :nope, do: x)
try do
  with {:ok, x} <- :nope do
    x
  else
    :other -> 1
  end
rescue
  e in WithClauseError -> IO.puts(Exception.message(e))
end
