with 1 <- 2 do
  3
else
  4
end
