# Quick sort, merge sort, insertion sort.
defmodule Sort do
  def quick([]), do: []

  def quick([pivot | rest]) do
    {smaller, larger} = Enum.split_with(rest, &(&1 < pivot))
    quick(smaller) ++ [pivot] ++ quick(larger)
  end

  def merge(list) when length(list) <= 1, do: list

  def merge(list) do
    {left, right} = Enum.split(list, div(length(list), 2))
    :lists.merge(merge(left), merge(right))
  end

  def insertion(list), do: Enum.reduce(list, [], &insert/2)
  defp insert(x, []), do: [x]
  defp insert(x, [h | _] = list) when x <= h, do: [x | list]
  defp insert(x, [h | t]), do: [h | insert(x, t)]
end

list = [31, 4, 15, 9, 26, 5, 35, 8, 9, 7]
for f <- [&Sort.quick/1, &Sort.merge/1, &Sort.insertion/1], do: IO.inspect(f.(list), charlists: :as_lists)
IO.inspect(Sort.quick(~w(pear apple fig)))
