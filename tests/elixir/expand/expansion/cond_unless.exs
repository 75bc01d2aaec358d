x = 5
cond do
  x > 10 -> IO.puts("big")
  x > 3 -> IO.puts("mid")
  true -> IO.puts("small")
end
unless x == 5, do: IO.puts("no"), else: IO.puts("five")
IO.inspect(if false, do: 1)
IO.inspect(unless true, do: 1)
