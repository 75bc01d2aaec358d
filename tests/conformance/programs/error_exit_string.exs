# An exit with a text.
IO.puts("before")
exit("no more")
