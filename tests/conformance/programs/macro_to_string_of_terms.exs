# Macro.to_string/1 of terms that are no code, and of calls whose names are none.
defmodule S do
  defstruct a: 1
end
defmodule H do
  defstruct a: 1
  defimpl Inspect do
    def inspect(_, _), do: "#H<x>"
  end
end
f = fn x -> {:f, [], [x]} end
for t <- [%{a: 1}, %{"b" => {1, 2, 3}}, struct(S), struct(H), ~D[2020-01-01], ~r/a/, <<1, 2, 3>>, <<3::3>>, "a\0b", 1..2, {1, 2, 3, 4}, [a: struct(S)], MapSet.new([1])] do
  IO.puts(Macro.to_string(f.(t)))
  IO.puts(Macro.to_string(t))
end
IO.puts Macro.to_string({{:., [], [{:x, [], nil}, "visits"]}, [], []})
IO.puts Macro.to_string({{:., [], [{:x, [], nil}, "visits"]}, [], [1]})
IO.puts Macro.to_string({{:., [], [:x, "visits"]}, [], [1]})
IO.puts Macro.to_string({{:., [], [{:f, [], [1]}, "visits"]}, [no_parens: true], []})
IO.puts Macro.to_string({{:., [], [{:x, [], nil}, {:y, [], nil}]}, [], []})
IO.puts Macro.to_string({{:., [], [{:x, [], nil}, 3]}, [], []})
