import Bitwise
IO.inspect({1 <<< 3, 5 &&& 3, 5 ||| 2, bxor(5, 1), bnot(0)})
defmodule Bw do
  import Bitwise
  def f(x) when (x &&& 1) == 1, do: :odd
  def f(_), do: :even
end
IO.inspect({Bw.f(3), Bw.f(4)})
