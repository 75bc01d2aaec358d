defmodule X do
  def f(list) do
    {acc, n} = Enum.reduce(list, {[], 0}, fn x, {acc, n} ->
      n = n + 1
      acc = [x * n | acc]
      {acc, n}
    end)
    acc = Enum.reverse(acc)
    {acc, n}
  end
end
IO.inspect(X.f([1, 2, 3]))
