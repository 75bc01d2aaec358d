# Matching takes terms apart; a match that fails raises.
{a, [b | rest], %{key: c}} = {1, [2, 3, 4], %{key: :value, other: 5}}
IO.inspect({a, b, rest, c})
[x, x] = [7, 7]
IO.inspect(x)
IO.inspect(match?({:ok, _}, {:ok, 1}))
IO.inspect(match?({:ok, n} when n > 3, {:ok, 1}))
try do
  {:ok, _} = {:error, :nope}
rescue
  e in MatchError -> IO.puts(Exception.message(e))
end
try do
  [y, y] = [1, 2]
  IO.inspect(y)
rescue
  e -> IO.inspect(e)
end
