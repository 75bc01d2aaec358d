# exit({:shutdown, n}) is the status.
IO.puts("before")
exit({:shutdown, 3})
