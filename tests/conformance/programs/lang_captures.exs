# The capture operator in all its forms.
IO.inspect(Enum.map(1..3, &(&1 * &1)))
IO.inspect(Enum.reduce([1, 2, 3], &+/2))
IO.inspect(Enum.map(["a", "b"], &String.upcase/1))
IO.inspect(Enum.zip_with([1, 2], [3, 4], &{&1, &2}))
IO.inspect(Enum.map([1, 2], &[&1, &1 | []]))
IO.inspect(Enum.map([1, 2], &"n#{&1}"))
IO.inspect(Enum.map([%{a: 1}], & &1.a))
f = &String.length/1
IO.inspect(f)
IO.inspect(f == (&String.length/1))
IO.inspect(is_function(f, 1))
defmodule Cap do
  def twice(x), do: x * 2
  def run, do: Enum.map([1, 2], &twice/1)
end
IO.inspect(Cap.run())
