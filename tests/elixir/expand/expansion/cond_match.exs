case {1, :a, "s", [1, 2], %{k: 1}} do
  {n, a, <<s::binary>>, [h | t], %{k: k} = m} when n > 0 and is_atom(a) ->
    IO.inspect({n, a, s, h, t, k, m})
end
{x, x} = {1, 1}
IO.inspect(x)
try do
  {y, y} = {1, 2}
  IO.inspect(y)
rescue
  e in MatchError -> IO.puts(Exception.message(e))
end
