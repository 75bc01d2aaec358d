for x <- [1], foo: 1, do: x
