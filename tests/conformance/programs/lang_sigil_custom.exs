# A sigil of one's own.
defmodule MySigils do
  def sigil_u(text, []), do: String.upcase(text)
  def sigil_u(text, [?r]), do: text |> String.upcase() |> String.reverse()
  def sigil_i(text, _), do: text |> String.split(",") |> Enum.map(&String.to_integer(String.trim(&1)))
end

import MySigils, warn: false
IO.puts("imported")

defmodule Uses do
  def go, do: 1
end

IO.inspect(Uses.go())
IO.inspect(MySigils.sigil_u("abc", []))
IO.inspect(MySigils.sigil_i("1, 2", []))
