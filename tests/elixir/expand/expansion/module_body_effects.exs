IO.puts("start")
defmodule B do
  IO.puts("in body of #{inspect(__MODULE__)}")
  x = 5
  @y x * 2
  IO.puts("x is #{x}")
  def y, do: @y
  def z, do: unquote(x + 1)
end
IO.puts("after")
IO.inspect({B.y(), B.z()})
