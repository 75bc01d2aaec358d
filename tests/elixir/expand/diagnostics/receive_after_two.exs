receive do
  1 -> 1
after
  1 -> 1
  2 -> 2
end
