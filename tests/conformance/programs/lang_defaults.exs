# Default arguments make functions of fewer arguments.
defmodule Greet do
  def hello(name \\ "world", mark \\ "!")
  def hello(nil, mark), do: "nobody" <> mark
  def hello(name, mark), do: "hello " <> name <> mark
  def list(a, b \\ 2, c), do: {a, b, c}
end
IO.inspect([Greet.hello(), Greet.hello("Ada"), Greet.hello("Ada", "?"), Greet.hello(nil)])
IO.inspect([Greet.list(1, 3), Greet.list(1, 5, 3)])
IO.inspect(Greet.__info__(:functions))
