defmodule A do
  defstruct [:a]
end
defmodule B do
  def f(%A{b: 1}), do: 1
end
