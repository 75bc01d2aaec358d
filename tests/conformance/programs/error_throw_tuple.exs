# An uncaught throw of a tuple.
IO.puts("before")
throw({:error, %{code: 1}})
