# The wrong number of arguments.
defmodule Arity do
  def go(a, b), do: a + b
end

try do
  apply(Arity, :go, [1])
rescue
  e in UndefinedFunctionError -> IO.inspect({e.module, e.function, e.arity})
end

try do
  apply(Nope, :go, [])
rescue
  e in UndefinedFunctionError -> IO.puts(Exception.message(e))
end

apply(Arity, :go, [1, 2, 3])
