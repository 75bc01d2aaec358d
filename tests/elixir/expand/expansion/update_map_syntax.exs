m = %{a: 1, b: 2}
IO.inspect(%{m | a: 5, b: 6})
try do
  %{m | z: 1}
rescue
  e in KeyError -> IO.puts(e.key)
end
IO.inspect(Map.merge(m, %{c: 3}))
%{a: a} = m
IO.inspect(a)
k = :b
%{^k => v} = m
IO.inspect(v)
