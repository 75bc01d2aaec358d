x = 1
y = 2
IO.inspect(binding())
IO.inspect(__MODULE__)
defmodule E do
  def f, do: {__MODULE__, __ENV__.function, __ENV__.line}
end
IO.inspect(E.f())
