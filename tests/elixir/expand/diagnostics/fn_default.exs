f = fn x \\ 1 -> x end
