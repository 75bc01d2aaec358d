# Variables that the value of an attribute binds, and functions of protocols with default arguments.
defmodule Bound do
  @external_resource readme = Path.join(["a", "README.md"])
  @shouted readme |> String.upcase()
  @pair {x = Enum.sum([1, 2]), Enum.sum([0, 4])}
  @later x + 1
  z = 5
  Module.put_attribute(__MODULE__, :put, y = Enum.max([1, z]))
  @given {y, z}

  def all, do: {@shouted, @pair, @later, @put, @given, unquote(readme)}
end

IO.inspect(Bound.all())

defprotocol Compared do
  @doc "With a default."
  def compare(a, b, granularity \\ :micro)
  def sum(a, b \\ 1, c \\ [2])
end

defimpl Compared, for: Integer do
  def compare(a, b, granularity), do: {a, b, granularity}
  def sum(a, b, c \\ []), do: {a, b, c}
end

IO.inspect(Compared.compare(1, 2))
IO.inspect(Compared.compare(1, 2, :second))
IO.inspect({Compared.sum(1), Compared.sum(1, 2), Compared.sum(1, 2, 3)})
IO.inspect(Compared.__protocol__(:functions))
IO.inspect(Compared.__info__(:functions))
IO.inspect(Compared.behaviour_info(:callbacks))
IO.inspect(Enum.map([1, 2], &Compared.compare(&1, 0)))
IO.inspect(function_exported?(Compared, :compare, 2))
