defprotocol Shape do
  @doc "area"
  def area(s)
  def name(s, prefix)
end
defmodule Sq do
  defstruct [:side]
  defimpl Shape do
    def area(%{side: s}), do: s * s
    def name(_, p), do: p <> "square"
  end
end
defimpl Shape, for: Integer do
  def area(i), do: i
  def name(_, p), do: p <> "int"
end
defimpl Shape, for: [List, Tuple] do
  def area(_), do: 0
  def name(x, p), do: p <> inspect(x)
end
defmodule Go do
  def run do
    IO.inspect(Shape.area(%Sq{side: 3}))
    IO.puts(Shape.name(5, "an "))
    IO.puts(Shape.name([1], "a "))
    IO.inspect(Shape.impl_for(1))
    IO.inspect(Shape.impl_for("x"))
    try do
      Shape.area("x")
    rescue
      e -> IO.puts(Exception.message(e))
    end
  end
end
Go.run()
defimpl String.Chars, for: Sq do
  def to_string(s), do: "Sq#{s.side}"
end
defmodule Go2 do
  def run, do: IO.puts("#{%Sq{side: 2}}")
end
Go2.run()
