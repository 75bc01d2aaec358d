x = 1
y = 2
IO.puts(y)
