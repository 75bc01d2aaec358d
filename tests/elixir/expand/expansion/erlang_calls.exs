IO.inspect(:erlang.length([1]))
IO.inspect(:lists.reverse([1, 2]))
IO.inspect(:math.pow(2, 3))
mod = String
IO.inspect(mod.upcase("a"))
IO.inspect(apply(String, :upcase, ["b"]))
f = :upcase
IO.inspect(apply(mod, f, ["c"]))
