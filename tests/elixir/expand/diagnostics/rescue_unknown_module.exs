try do
  1
rescue
  e in Nowhere -> e
end
