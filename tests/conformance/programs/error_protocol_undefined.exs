# A protocol that is not implemented.
defprotocol Area do
  @doc "The area of a shape."
  def area(shape)
end

defimpl Area, for: Tuple do
  def area({a, b}), do: a * b
end

IO.inspect(Area.area({2, 3}))

try do
  Enum.map(5, & &1)
rescue
  e in Protocol.UndefinedError -> IO.puts(Exception.message(e))
end

try do
  "#{{1, 2}}"
rescue
  e in Protocol.UndefinedError -> IO.puts(Exception.message(e))
end

Area.area(:none)
