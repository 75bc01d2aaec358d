x = 1
case 2 do
  x -> :ok
end
IO.puts(x)
