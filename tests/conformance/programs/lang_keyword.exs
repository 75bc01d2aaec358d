# Keyword lists are lists of pairs, and the last argument without brackets.
opts = [a: 1, b: 2, a: 3]
IO.inspect(opts)
IO.inspect(opts[:a])
IO.inspect(Keyword.get_values(opts, :a))
IO.inspect([{:a, 1}, {"b", 2}])
f = fn list -> list end
IO.inspect(f.(x: 1, y: 2))
[a: a, b: _, a: _] = opts
IO.inspect(a)
IO.inspect(Keyword.merge([a: 1, b: 2], [b: 3, c: 4]))
IO.inspect(Keyword.pop(opts, :a))
IO.inspect("quoted key": 1, other: 2)
