# Guards whose last arguments have defaults, within guards and outside of them.
defmodule Divides do
  defguard is_divisible(value, by \\ 2) when is_integer(value) and rem(value, by) == 0
  defguard is_between(value, low \\ 0, high \\ 10) when value >= low and value <= high

  def kind(number) when is_divisible(number), do: :even
  def kind(number) when is_divisible(number, 3), do: :three
  def kind(_), do: :other

  def range(number) when is_between(number), do: :small
  def range(number) when is_between(number, 10, 20), do: :large
  def range(number) when is_between(number, -5), do: :negative
  def range(_), do: :none
end

IO.inspect(Enum.map([4, 9, 7, "x"], &Divides.kind/1))
IO.inspect(Enum.map([3, 15, -3, 99], &Divides.range/1))

defmodule Uses do
  import Divides
  def all(number), do: {is_divisible(number), is_divisible(number, 5), is_between(number)}
end

IO.inspect(Uses.all(10))
IO.inspect(Divides.__info__(:macros))
IO.inspect({macro_exported?(Divides, :is_between, 2), macro_exported?(Divides, :is_between, 4), function_exported?(Divides, :kind, 1)})
