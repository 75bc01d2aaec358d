# Recursion over lists: map, filter, fold, flatten, zip, all by hand.
defmodule L do
  def map([], _), do: []
  def map([h | t], f), do: [f.(h) | map(t, f)]
  def filter([], _), do: []
  def filter([h | t], f), do: if(f.(h), do: [h | filter(t, f)], else: filter(t, f))
  def fold([], acc, _), do: acc
  def fold([h | t], acc, f), do: fold(t, f.(h, acc), f)
  def flatten([]), do: []
  def flatten([h | t]) when is_list(h), do: flatten(h) ++ flatten(t)
  def flatten([h | t]), do: [h | flatten(t)]
  def zip([a | as], [b | bs]), do: [{a, b} | zip(as, bs)]
  def zip(_, _), do: []
  def span(from, to) when from > to, do: []
  def span(from, to), do: [from | span(from + 1, to)]
  def pairs([a, b | rest]), do: [{a, b} | pairs(rest)]
  def pairs(rest), do: rest
end

IO.inspect(L.map([1, 2, 3], &(&1 + 1)))
IO.inspect(L.filter(L.span(1, 10), &(rem(&1, 3) == 0)))
IO.inspect(L.fold([1, 2, 3], [], &[&1 | &2]))
IO.inspect(L.flatten([1, [2, [3, [4]], 5], [[]]]))
IO.inspect(L.zip([1, 2, 3], [:a, :b]))
IO.inspect(L.pairs([1, 2, 3, 4, 5]))
IO.inspect(length(L.span(1, 20_000)))
IO.inspect(L.map(L.span(1, 30_000), & &1) |> Enum.sum())
[a, b | rest] = [1, 2, 3, 4]
IO.inspect({a, b, rest, [0 | rest], [1 | 2]})
