# An uncaught throw ends the program.
IO.puts("before")
throw({:ball, 1})
