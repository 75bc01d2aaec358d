for x <- [1] do
  acc -> acc + x
end
