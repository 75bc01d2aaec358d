# A function of one's own in a guard.
defmodule Guard do
  def big?(x), do: x > 10
  def go(x) when big?(x), do: :big
end
