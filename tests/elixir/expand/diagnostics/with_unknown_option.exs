with {:ok, a} <- {:ok, 1}, foo: a, do: a
