# cond takes the first true condition; none is an error.
grade = fn n ->
  cond do
    n >= 90 -> "A"
    n >= 80 -> "B"
    true -> "C"
  end
end
IO.inspect(Enum.map([95, 85, 10], grade))
cond do
  nil -> :no
  false -> :no
end
