case 1 do
  x when (y = x) -> y
end
