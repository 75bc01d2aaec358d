with {:ok, a} <- {:ok, 1}, {:ok, b} <- {:ok, 2} do
  a
end
