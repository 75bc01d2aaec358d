try do
  1
other
  2
end
