# KeyError of a map.
map = %{a: 1, b: 2}
IO.inspect(map.a)
map.c
