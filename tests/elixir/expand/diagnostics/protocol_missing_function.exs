defprotocol P do
  def a(x)
  def b(x)
end
defimpl P, for: Integer do
  def a(x), do: x
end
