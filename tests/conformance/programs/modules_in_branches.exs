# Modules and functions in branches of an if: of what is not taken nothing is compiled.
if Code.ensure_loaded?(Nope) do
  defmodule UsesNope do
    IO.puts("no")
    def x, do: %Nope{}
  end
end
if Code.ensure_loaded?(GenServer) do
  defmodule Yes do
    def x, do: 1
  end
else
  defmodule Yes do
    def x, do: 2
  end
end
IO.inspect Yes.x
IO.inspect Code.ensure_loaded?(UsesNope)
defmodule A do
  if Code.ensure_loaded?(Nope) do
    IO.puts("no")
    def b, do: Nope.macro(1)
  else
    def b, do: 0
  end
  unless true, do: def(c, do: 1), else: def(c, do: 2)
  case 1 + 1 do
    2 -> def d, do: :two
    _ -> def d, do: :other
  end
  if @moduledoc == nil do
    @x 5
    defstruct [:a]
    def __using__, do: @x
  end
  x = if true, do: 1, else: 2
  def e, do: unquote(x)
end
IO.inspect {A.b, A.c, A.d, A.e, struct(A), A.__using__}
