# Functions with names among what code is made of: attributes, unquote, Macro.escape.
defmodule C do
  @f &String.upcase/1
  @opts [fun: &__MODULE__.x/0, other: &Enum.map/2]
  def x, do: 1
  def f, do: @f.("a")
  def o, do: {@opts[:fun].(), @opts[:other].([1], & &1 + 1), @opts}
  for {k, g} <- [a: &String.length/1] do
    def unquote(k)(), do: unquote(g).("abc")
  end
end
IO.inspect({C.f(), C.o(), C.a()})
IO.inspect(Macro.escape(&String.upcase/1))
