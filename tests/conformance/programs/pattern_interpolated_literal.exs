# A text in a pattern that interpolates literals: as it is after unquote.
defmodule M do
  x = "abc"
  def f("#{unquote(x)} is"), do: :yes
  def f("#{"lit"}-#{"x"}"), do: :lit
  def f(_), do: :no
  def g(y), do: "#{unquote(x)}#{y}"
end
IO.inspect Enum.map(["abc is", "lit-x", "z"], &M.f/1)
IO.inspect M.g(3)
