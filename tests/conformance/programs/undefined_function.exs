# A call of a function that does not exist is found before anything runs.
IO.puts("never printed")
no_such_function(1)
