f = fn
  _ -> 1
  1 -> 2
end
IO.inspect(f.(1))
