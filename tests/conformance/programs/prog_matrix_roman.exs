# Small exercises: matrices, roman numbers, caesar, palindromes, anagrams, run lengths.
defmodule X do
  def transpose(m), do: m |> Enum.zip() |> Enum.map(&Tuple.to_list/1)
  def mul(a, b), do: for(r <- a, do: for(c <- transpose(b), do: Enum.zip(r, c) |> Enum.map(fn {x, y} -> x * y end) |> Enum.sum()))
  @roman [{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}]
  def roman(0), do: ""

  def roman(n) do
    {v, s} = Enum.find(@roman, fn {v, _} -> v <= n end)
    s <> roman(n - v)
  end

  def caesar(text, k), do: for(<<c <- text>>, into: "", do: <<shift(c, k)>>)
  defp shift(c, k) when c in ?a..?z, do: rem(c - ?a + k, 26) + ?a
  defp shift(c, _), do: c

  def palindrome?(s) do
    t = s |> String.downcase() |> String.replace(~r/[^a-z]/, "")
    t == String.reverse(t)
  end

  def anagrams(words), do: words |> Enum.group_by(&(&1 |> String.graphemes() |> Enum.sort())) |> Map.values() |> Enum.filter(&(length(&1) > 1))
  def rle(s), do: s |> String.graphemes() |> Enum.chunk_by(& &1) |> Enum.map_join(fn [h | _] = g -> "#{length(g)}#{h}" end)
end

IO.inspect(X.mul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
IO.inspect(X.transpose([[1, 2, 3], [4, 5, 6]]))
IO.inspect(Enum.map([1994, 2024, 49], &X.roman/1))
IO.inspect({X.caesar("hello, world", 3), X.caesar(X.caesar("abc", 3), 23)})
IO.inspect(X.palindrome?("A man, a plan, a canal: Panama"))
IO.inspect(X.anagrams(~w(listen silent enlist google banana)))
IO.inspect(X.rle("aaabccd"))
