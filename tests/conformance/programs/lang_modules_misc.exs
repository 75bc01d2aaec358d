# import only and except, alias as, multi alias, require, nested modules, delegate.
defmodule Outer do
  defmodule Inner do
    def f, do: :inner
    defmodule Deepest, do: def(g, do: :deepest)
  end

  alias Outer.Inner.Deepest
  def go, do: {Inner.f(), Deepest.g(), __MODULE__}
end

defmodule A.B.C do
  def c, do: :c
end

defmodule A.B.D do
  def d, do: :d
end

defmodule Uses do
  alias A.B.{C, D}
  alias A.B.C, as: Renamed
  import Enum, only: [map: 2, sum: 1]
  import String, except: [length: 1, reverse: 1, at: 2, slice: 2, slice: 3]
  defdelegate size(list), to: Kernel, as: :length
  defdelegate values(map), to: Map

  def go do
    {C.c(), D.d(), Renamed.c(), sum(map([1, 2], &(&1 * 2))), upcase("x"), length([1]), size([1, 2]), values(%{a: 1})}
  end
end

IO.inspect(Outer.go())
IO.inspect(Uses.go())
IO.inspect({A.B.C, Elixir.A.B.C, :"Elixir.A.B.C" == A.B.C, Module.concat(A, B), Module.split(A.B.C)})
IO.inspect(Code.ensure_loaded?(A.B.C))
IO.inspect(function_exported?(Uses, :go, 0))
