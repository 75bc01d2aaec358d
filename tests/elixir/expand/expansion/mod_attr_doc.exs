defmodule Doc do
  @moduledoc """
  Docs #{1 + 1}
  """
  @doc "x"
  @doc since: "1.0"
  @spec f(integer) :: integer
  def f(x), do: x
  @doc false
  def g, do: 1
  @typedoc "t"
  @type t :: integer
  @deprecated "no"
  def old, do: 1
  @compile {:inline, f: 1}
  @dialyzer :no_match
  @vsn 1
end
IO.inspect(Doc.f(1))
