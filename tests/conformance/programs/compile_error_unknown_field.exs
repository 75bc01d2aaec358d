# A field that a struct does not have.
defmodule Fields do
  defstruct [:a]
  def new, do: %Fields{a: 1, b: 2}
end
