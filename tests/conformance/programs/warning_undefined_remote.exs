# A function of another module that does not exist: a warning, and an error when it is called.
defmodule Remote do
  def go(x), do: String.upcaze(x)
end

try do
  Remote.go("a")
rescue
  e -> IO.puts(Exception.message(e))
end
