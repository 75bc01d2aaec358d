# defguard, guards with in, and/or, is_ functions.
defmodule Guards do
  defguard is_even(n) when is_integer(n) and rem(n, 2) == 0
  defguardp in_range(n) when n in 1..10 or n in [100, 200]

  def kind(n) when is_even(n) and in_range(n), do: :even_in_range
  def kind(n) when is_even(n), do: :even
  def kind(n) when in_range(n), do: :in_range
  def kind(n) when is_float(n) or is_integer(n), do: :number
  def kind(n) when is_binary(n) and byte_size(n) > 3, do: :long_text
  def kind(n) when is_function(n, 1), do: :function1
  def kind([_ | _] = l) when length(l) > 2, do: :long_list
  def kind(%{a: a}) when a != nil, do: :with_a
  def kind(n) when is_nil(n) or is_boolean(n), do: :nil_or_boolean
  def kind(n) when is_atom(n), do: :atom
  def kind(_), do: :other
end

for x <- [2, 12, 3, 11, 1.5, "abcd", "ab", &Guards.kind/1, [1, 2, 3], [1], %{a: 1}, %{a: nil}, nil, true, :x, {}] do
  IO.inspect(Guards.kind(x))
end
