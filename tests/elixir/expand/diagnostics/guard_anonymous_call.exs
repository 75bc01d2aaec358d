f = fn x -> x end
case 1 do
  x when f.(x) -> x
end
