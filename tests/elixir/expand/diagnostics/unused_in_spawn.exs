spawn(fn ->
  x = 1
end)
