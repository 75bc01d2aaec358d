# Calling a function with the wrong number of arguments; calling what is no function.
f = fn a, b -> {a, b} end

try do
  f.(1)
rescue
  e in BadArityError -> IO.puts(Exception.message(e) |> String.replace(~r/#Function<.*?>/, "FUN"))
end

g = 42

try do
  g.()
rescue
  e in BadFunctionError -> IO.puts(Exception.message(e))
end

f.(1, 2, 3)
