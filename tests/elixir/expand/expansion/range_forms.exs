IO.inspect(Enum.to_list(1..3))
IO.inspect(Enum.to_list(10..1//-3))
a = 1
b = 4
IO.inspect(Enum.sum(a..b))
first..last//step = 1..9//2
IO.inspect({first, last, step})
case 1..3 do
  1..x -> IO.inspect(x)
end
IO.inspect(5 in 1..10//2)
x = 4
IO.inspect(x in a..b)
