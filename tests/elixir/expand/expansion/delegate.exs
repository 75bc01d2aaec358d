defmodule Del do
  defdelegate reverse(list), to: Enum
  defdelegate size(l), to: Kernel, as: :length
  defdelegate [first(l), last(l)], to: List
end
IO.inspect({Del.reverse([1, 2]), Del.size([1]), Del.last([1, 2])})
