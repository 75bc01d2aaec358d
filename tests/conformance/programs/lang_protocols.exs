# Protocols dispatch on the type of their first argument.
defprotocol Size do
  @doc "How large"
  def size(data)
end
defimpl Size, for: BitString do
  def size(s), do: byte_size(s)
end
defimpl Size, for: [List, Tuple] do
  def size(l) when is_list(l), do: length(l)
  def size(t), do: tuple_size(t)
end
defmodule Box do
  defstruct [:items]
  defimpl Size do
    def size(box), do: Size.size(box.items)
  end
end
defmodule Main do
  def run do
    IO.inspect([Size.size("abc"), Size.size([1, 2]), Size.size({1}), Size.size(%Box{items: [1, 2, 3]})])
    IO.inspect(Size.impl_for(1))
    try do
      Size.size(5)
    rescue
      e in Protocol.UndefinedError -> IO.puts(Exception.message(e))
    end
  end
end

Main.run()
