# A sigil of one's own.
defmodule MySigils do
  def sigil_u(text, []), do: String.upcase(text)
  def sigil_u(text, [?r]), do: text |> String.upcase() |> String.reverse()
  def sigil_i(text, _), do: text |> String.split(",") |> Enum.map(&String.to_integer(String.trim(&1)))
end

defmodule Uses do
  import MySigils

  def go(x), do: {~u(abc), ~u(abc)r, ~i(1, 2), ~u(a#{x}b)}
end

IO.inspect(Uses.go(1))
IO.inspect(MySigils.sigil_u("abc", []))
IO.inspect(MySigils.sigil_i("1, 2", []))
