defmodule A do
  defstruct [:a]
end
defmodule B do
  def f, do: %A{b: 1}
end
