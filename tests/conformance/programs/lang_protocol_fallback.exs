# Protocols: for several types, Any, derive, consolidated dispatch on structs.
defprotocol Describe do
  @fallback_to_any true
  def describe(x)
  def twice(x)
end

defimpl Describe, for: Any do
  def describe(_), do: "anything"
  def twice(x), do: {x, x}
end

defmodule Cat do
  @derive Describe
  defstruct [:name]
end

defmodule Dog do
  defstruct [:name]

  defimpl Describe do
    def describe(%{name: n}), do: "dog #{n}"
    def twice(d), do: [d, d]
  end
end

defimpl Describe, for: [Integer, Float] do
  def describe(x), do: "number #{x}"
  def twice(x), do: x * 2
end

defimpl Describe, for: BitString do
  def describe(x), do: "text #{x}"
  def twice(x), do: x <> x
end

defmodule Run do
  def go do
    for x <- [1, 2.5, "s", :atom, [1], %{}, {1}, %Cat{name: "Tom"}, %Dog{name: "Rex"}] do
      IO.inspect({Describe.describe(x), Describe.twice(x)})
    end
  end
end

Run.go()
IO.inspect(Describe.impl_for(1))
IO.inspect(Describe.impl_for(:a))
IO.inspect(Describe.__protocol__(:functions))
