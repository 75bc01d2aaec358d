f = fn x ->
  with {:ok, a} <- x,
       b = a + 1,
       true <- b > 1 do
    {:done, b}
  else
    {:error, e} -> {:failed, e}
    false -> :small
  end
end
IO.inspect({f.({:ok, 1}), f.({:error, :x}), f.({:ok, 0})})
IO.inspect(with 1 <- 2, do: :x)
