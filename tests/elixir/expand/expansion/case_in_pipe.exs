r = 5 |> case do
  5 -> :five
  _ -> :no
end
IO.inspect(r)
[1, 2] |> Enum.map(fn x -> x * 2 end) |> case do
  [a | _] -> IO.inspect(a)
end
