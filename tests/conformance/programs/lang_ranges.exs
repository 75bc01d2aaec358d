# Ranges with and without steps.
IO.inspect(Enum.to_list(1..5))
IO.inspect(Enum.to_list(5..1))
IO.inspect(Enum.to_list(1..10//3))
IO.inspect(Enum.to_list(10..1//-4))
IO.inspect(1..5)
IO.inspect(1..9//2)
IO.inspect({3 in 1..5, 7 in 1..5, 4 in 1..9//2})
IO.inspect(Enum.count(1..100//7))
first..last = 3..8
IO.inspect({first, last})
IO.inspect(Range.size(1..0//1))
