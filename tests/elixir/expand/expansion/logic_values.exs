f = fn x -> IO.inspect(x); x end
IO.inspect(f.(false) && f.(1))
IO.inspect(f.(nil) || f.(2))
IO.inspect(f.(true) and f.(3))
IO.inspect(f.(true) or f.(4))
try do
  1 and true
rescue
  e -> IO.puts(Exception.message(e))
end
x = if true, do: 5
IO.inspect(x)
y = unless false do
  :a
else
  :b
end
IO.inspect(y)
z = (a = 5; a * 2)
IO.inspect(z)
IO.inspect(!nil and not false)
IO.inspect(is_nil(nil) || raise("x"))
