# An anonymous function without a matching clause.
f = fn
  1 -> :one
  2 -> :two
end

IO.inspect(f.(1))
f.(3)
