f = fn x -> case x do
    {a, b} when a > b when b == 0 -> :gt
    _ -> :no
  end
end
IO.inspect({f.({2, 1}), f.({:a, 0}), f.({1, 2})})
