x = 1
if true do
  x = 2
  IO.puts(x)
end
IO.puts(x)
y = case x do
  1 -> x = 10; x + 1
  _ -> 0
end
IO.puts("#{x} #{y}")
f = fn x -> x = x + 1; x end
IO.puts(f.(5))
IO.puts(x)
{a, b} = {x = 3, x}
IO.puts("#{a} #{b} #{x}")
z = if (w = 5) > 3, do: w, else: 0
IO.puts("#{z} #{w}")
for x <- [1, 2], do: IO.puts(x)
IO.puts(x)
with {:ok, x} <- {:ok, 99} do
  IO.puts(x)
end
IO.puts(x)
try do
  x = 7
  IO.puts(x)
after
  IO.puts(x)
end
