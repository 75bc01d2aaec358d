defmodule A do
  def f(%{name: name, age: age}), do: name
end
