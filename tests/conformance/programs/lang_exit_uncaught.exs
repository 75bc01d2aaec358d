# An uncaught exit ends the program with status 1.
IO.puts("before")
exit({:reason, "text"})
