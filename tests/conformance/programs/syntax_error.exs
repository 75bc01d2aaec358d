# A syntax error.
IO.puts("never printed")
x = [1, 2
IO.puts(x)
