# Something that cannot stand here.
x = 1
y = ) + 2
IO.puts(x + y)
