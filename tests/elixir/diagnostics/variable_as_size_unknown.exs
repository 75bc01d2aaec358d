<<x::size(n)>> = "a"
