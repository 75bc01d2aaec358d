# Specifications within a protocol and its implementation.
defprotocol Size do
  @doc "size"
  @spec size(t) :: non_neg_integer
  def size(x)
  @type foo :: integer
  @spec other(t, foo) :: any
  def other(x, y)
end
defimpl Size, for: List do
  @spec size(list) :: integer
  def size(l), do: length(l)
  def other(l, y), do: {l, y}
end
IO.inspect({Size.size([1,2]), Size.other([1], 2)})
