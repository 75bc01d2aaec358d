# A pin outside of a pattern.
x = 1
y = ^x
IO.inspect({x, y})
