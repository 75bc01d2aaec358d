# A text that is never closed.
IO.puts("hello)
