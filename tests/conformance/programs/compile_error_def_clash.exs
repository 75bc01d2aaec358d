# A function with defaults in more than one clause.
defmodule Defaults do
  def go(a, b \\ 1), do: a + b
  def go(a, b, c \\ 2), do: a + b + c
end
