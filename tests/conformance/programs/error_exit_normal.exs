# exit(:normal) is a quiet end with status 0.
IO.puts("before")
exit(:normal)
IO.puts("never printed")
