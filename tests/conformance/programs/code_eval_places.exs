# Code.eval_string with variables and a place: an __ENV__, or options with a file and a line.
IO.inspect(Code.eval_string("a + 1", [a: 2], __ENV__))
IO.inspect(Code.eval_string("a + 1", [a: 2], []))
IO.inspect(Code.eval_string("{__ENV__.file, __ENV__.line}", [], file: "f.ex", line: 10))
IO.inspect(Code.eval_string("\n\n{__ENV__.line, Path.basename(__ENV__.file)}", [], __ENV__))
IO.inspect(Code.eval_string("b = a * 2\nb", [a: 2], file: "f.ex"))
IO.inspect(Code.eval_string("x = x + 1; x", [x: 1, y: 2], line: 3))

alias String, as: S
import Enum, only: [sum: 1, map: 2]
import Bitwise
require Integer
IO.inspect({S.upcase("x"), sum(map([1], & &1)), 6 &&& 3})
IO.inspect(Code.eval_string("{S.upcase(x), sum(map([1, 2], & &1 * 2)), 6 &&& 3}", [x: "q"], __ENV__))
IO.inspect(elem(Code.eval_string("Integer.is_odd(3)", [], __ENV__), 0))

defmodule Rules do
  alias List, as: L
  import String, only: [capitalize: 1]
  def run(text, vars), do: Code.eval_string(text, vars, __ENV__)
  def check(value), do: L.first(value) |> capitalize()
end

IO.inspect(Rules.run("capitalize(L.first(v))", v: ["one", "two"]))
IO.inspect(Rules.run("Rules.check(v)", v: ["one", "two"]))

for {text, place} <- [{"1 +", [file: "f.ex", line: 10]}, {"(1", [line: 7]}, {"unknown(1)", [file: "f.ex", line: 10]}] do
  try do
    Code.eval_string(text, [], place)
  rescue
    e -> IO.inspect({e.__struct__, e.file, e.line, e.description})
  end
end

try do
  Code.eval_string("S.upcase(\"a\")", [], [])
rescue
  e -> IO.puts(Exception.message(e))
end

try do
  Code.eval_string("raise x", [x: "no"], __ENV__)
rescue
  e -> IO.inspect(e)
end
