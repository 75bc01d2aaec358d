x = 1
case {1, 2} do
  {^x, y} -> IO.puts("pinned #{y}")
  _ -> IO.puts("no")
end
g = fn ^x -> :same; _ -> :other end
IO.inspect(g.(1))
IO.inspect(g.(2))
m = %{1 => :one}
%{^x => v} = m
IO.inspect(v)
for {^x, v} <- [{1, :a}, {2, :b}], do: IO.inspect(v)
