defmodule K do
  def f(a, opts), do: {a, opts}
end
IO.inspect(K.f 1, x: 2, y: 3)
IO.inspect(K.f(1, [{:x, 2}]))
IO.inspect [a: 1] ++ [b: 2]
