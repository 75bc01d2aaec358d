# Arithmetic with what is no number.
defmodule Add do
  def add(a, b), do: a + b
end

try do
  Add.add(1, "2")
rescue
  e -> IO.puts(Exception.message(e))
end

Add.add(:a, 1)
