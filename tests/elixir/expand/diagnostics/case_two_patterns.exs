case 1 do
  a, b -> a + b
end
