if true do
  y = 1
end
IO.puts(y)
