IO.puts("a" <> 5)
