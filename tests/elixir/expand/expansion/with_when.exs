r = with {:ok, x} when x > 1 <- {:ok, 5},
         y <- x * 2,
         {:ok, z} <- {:err, y} do
  z
else
  {:err, v} when v > 5 -> {:bad, v}
  other -> other
end
IO.inspect(r)
