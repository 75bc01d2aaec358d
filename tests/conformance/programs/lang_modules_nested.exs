# Nested modules have an alias in their parent; alias, import, require.
defmodule Outer do
  defmodule Inner do
    def hi, do: "inner"
  end
  def hi, do: Inner.hi()
end
IO.puts(Outer.hi())
IO.puts(Outer.Inner.hi())
alias Outer.Inner
IO.puts(Inner.hi())
alias Outer.Inner, as: I
IO.puts(I.hi())
import Enum, only: [map: 2]
IO.inspect(map([1], &(&1 + 1)))
IO.inspect(Outer.Inner)
IO.inspect(to_string(Outer.Inner))
