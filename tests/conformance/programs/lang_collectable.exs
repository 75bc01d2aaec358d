# Collectable for a struct of one's own.
defmodule Bag do
  defstruct items: []
  def new, do: %Bag{}

  defimpl Collectable do
    def into(bag) do
      fun = fn
        acc, {:cont, x} -> %{acc | items: [x | acc.items]}
        acc, :done -> acc
        _, :halt -> :ok
      end

      {bag, fun}
    end
  end
end

IO.inspect(Enum.into([1, 2, 3], Bag.new()))
IO.inspect(for x <- 1..3, into: Bag.new(), do: x * x)
IO.inspect(Enum.into([a: 1], %{b: 2}))
IO.inspect(Enum.into(%{a: 1}, []))
IO.inspect(Enum.into(["x", "y"], ""))
IO.inspect(Enum.into([1, 1], MapSet.new()))
IO.inspect(Enum.into([1, 2], %{}, &{&1, &1}))
