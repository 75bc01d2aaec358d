defmodule U do
  defstruct [:a]
  def f(u), do: %U{u | b: 1}
end
