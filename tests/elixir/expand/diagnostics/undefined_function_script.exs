IO.puts("never printed")
foo(1)
