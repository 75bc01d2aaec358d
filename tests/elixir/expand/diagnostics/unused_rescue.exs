try do
  1
rescue
  e -> 2
end
