defmodule Ct do
  IO.puts("compiling #{__MODULE__}")
  @x (for i <- 1..3, do: i * i)
  def x, do: @x
  for i <- @x, do: IO.puts(i)
end
IO.inspect(Ct.x())
