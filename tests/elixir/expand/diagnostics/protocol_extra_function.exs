defprotocol P do
  def a(x)
end
defimpl P, for: Integer do
  def a(x), do: x
  def c(x), do: x
end
