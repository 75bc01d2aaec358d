case 1 do
  1 -> z = 5
end
IO.inspect(z)
