defmodule A do
  @enforce_keys [:a]
  defstruct [:a, :b]
end
defmodule B do
  def f, do: %A{b: 1}
end
