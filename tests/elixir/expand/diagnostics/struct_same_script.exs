defmodule A do
  defstruct [:a]
end
IO.inspect(%A{a: 1})
