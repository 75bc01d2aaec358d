# A call of a function that a module does not have; and what is meant instead.
defmodule Stack do
  def push(stack, x), do: [x | stack]
  def pop([x | rest]), do: {x, rest}
end

m = Stack
IO.inspect(m.push([], 1))
m.puhs([], 1)
