# Patterns in receive: pins, structs, guards, binaries, maps, nested.
defmodule Msg do
  defstruct [:body]

  def take(pinned) do
    receive do
      ^pinned -> {:pinned, pinned}
      %Msg{body: b} -> {:struct, b}
      {:n, n} when n > 10 -> {:large, n}
      {:n, n} -> {:small, n}
      "bin:" <> rest -> {:text, rest}
      %{key: v} -> {:map, v}
      [a, _ | _] -> {:list, a}
      {x, x} -> {:twins, x}
      other -> {:other, other}
    after
      0 -> :none
    end
  end

  def new(b), do: %Msg{body: b}
end

for m <- [:pin, Msg.new(1), {:n, 11}, {:n, 1}, "bin:xyz", %{key: :v, z: 1}, [1, 2, 3], {4, 4}, {4, 5}, nil], do: send(self(), m)
for _ <- 1..11, do: IO.inspect(Msg.take(:pin))
