# Callbacks wait, in many forms.
defmodule B do
  @callback run(integer) :: integer
  defmacro __using__(_), do: (quote do @behaviour B; def twice(x), do: run(run(x)); defoverridable twice: 1 end)
end
defmodule A1 do
  use B
  def run(x), do: (Process.sleep(2); x + 1)
  def twice(x), do: super(x) * 10
end
defprotocol Sz do
  @fallback_to_any true
  def size(x)
end
defimpl Sz, for: Any do
  def size(_), do: (Process.sleep(1); 0)
end
defimpl Sz, for: [List, Tuple] do
  def size(x), do: (Process.sleep(1); Enum.count(if is_tuple(x), do: Tuple.to_list(x), else: x))
end
IO.inspect(A1.twice(1))
IO.inspect(Enum.map([[1], {1, 2}, 5, %{}], &Sz.size/1))
IO.inspect(System.monotonic_time(:millisecond) > 0 or true)
defmodule D do
  defdelegate run(x), to: A1
  defdelegate go(x), to: A1, as: :twice
end
IO.inspect({D.run(1), D.go(1)})
x = case D.run(5) do
  n when n > 5 -> D.run(n)
  _ -> 0
end
IO.inspect(x)
IO.inspect(cond do D.run(0) == 2 -> :a; D.run(0) == 1 -> :b end)
IO.inspect(if(D.run(0) > 0 and D.run(1) > 1, do: :yes))
IO.inspect(D.run(0) && nil || D.run(4))
IO.inspect("#{D.run(1)} #{Enum.map_join([1, 2], ",", &D.run/1)}")
IO.inspect(<<D.run(64)::8, "#{D.run(1)}">>)
IO.inspect(%{D.run(1) => D.run(2), a: [D.run(3) | [D.run(4)]]})
IO.inspect(try do D.run(1) rescue _ -> 0 after D.run(2) end)
IO.inspect(for <<b <- "ab">>, do: D.run(b))
IO.inspect(for x <- [D.run(1)], y <- [D.run(x)], D.run(y) > 0, do: x + y)
defmodule Rec do
  def sum([]), do: 0
  def sum([h | t]), do: D.run(h) + sum(t)
  def defaults(a, b \\ D.run(1), c \\ D.run(2)), do: {a, b, c}
end
IO.inspect(Rec.sum([1, 2, 3]))
IO.inspect(Rec.defaults(1))
IO.inspect(Rec.defaults(D.run(7), 2))
