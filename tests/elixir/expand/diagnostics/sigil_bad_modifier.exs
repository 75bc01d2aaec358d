~w(a b)x
