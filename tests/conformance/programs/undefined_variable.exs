# So is a variable.
IO.puts("never printed")
IO.puts(missing)
