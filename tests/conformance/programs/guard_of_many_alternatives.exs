# Guards and conditions with more alternatives than parentheses can nest.
defmodule Many do
  alternatives = for n <- 0..999, do: quote(do: var!(x) == unquote(n * 3))
  either = Enum.reduce(alternatives, &quote(do: unquote(&2) or unquote(&1)))
  all = Enum.reduce(for(n <- 0..299, do: quote(do: var!(x) != unquote(n * 3))), &quote(do: unquote(&2) and unquote(&1)))

  def guarded(x) when unquote(either), do: :yes
  def guarded(_), do: :no
  def said(x), do: unquote(either)
  def none(x) when unquote(all), do: :none
  def none(_), do: :some
  def unsafe(x) when unquote(either) or hd(x) == 1, do: :yes
  def unsafe(_), do: :no
end

for x <- [0, 1, 3, 2997, 2998, 2999, :a, [1], [2]] do
  IO.inspect({Many.guarded(x), Many.said(x), Many.none(x), Many.unsafe(x)})
end
