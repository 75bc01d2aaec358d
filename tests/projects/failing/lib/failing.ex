defmodule Failing do
  def divide(a, b), do: a / b
  def deep(value), do: [value: divide(value, 0)]
end
