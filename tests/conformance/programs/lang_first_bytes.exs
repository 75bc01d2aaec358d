# Clauses that look at the first byte of the same binary: literal ones, ranges, guards, bits, letters of several bytes.
defmodule Reader do
  def kind(data) do
    case data do
      <<?\s, rest::bits>> -> {:blank, rest}
      <<?\n, rest::bits>> -> {:blank, rest}
      <<?\t, rest::bits>> -> {:blank, rest}
      <<?a, _::bits>> -> :a
      <<?b, _::bits>> -> :b
      <<byte, rest::bits>> when byte in ?0..?9 and byte_size(rest) < 3 -> {:digit, byte - ?0, rest}
      <<?0, rest::bits>> -> {:zero, rest}
      <<0xC3, rest::bits>> -> {:latin, rest}
      <<"null", rest::bits>> -> {:null, rest}
      <<char::utf8, rest::bits>> when char > 127 -> {:char, char, rest}
      <<a, b, rest::bits>> when a === b -> {:twice, a, rest}
      <<a::16, rest::bits>> -> {:word, a, rest}
      <<a, rest::bits>> -> {:byte, a, rest}
      <<>> -> :empty
      <<bits::bits>> -> {:bits, bit_size(bits)}
      _ -> :other
    end
  end

  for {char, name} <- [{?x, :x}, {?y, :y}] do
    def whole(<<unquote(char), rest::binary>>, acc), do: whole(rest, [unquote(name) | acc])
  end

  def whole(<<byte, rest::binary>>, acc) when byte > 127, do: whole(rest, [:high | acc])
  def whole(<<byte, rest::binary>>, acc) when rest == "" or byte == ?z, do: whole(rest, [byte | acc])
  def whole(<<_, rest::binary>>, acc), do: whole(rest, acc)
  def whole(<<>>, acc), do: Enum.reverse(acc)
  def whole(other, acc), do: {other, acc}

  def same(<<x, rest::binary>>, x), do: {:same, rest}
  def same(<<x::signed, rest::binary>>, _), do: {:signed, x, rest}
  def same(_, _), do: :no
end

for data <- [
      " a", "\n", "\tx", "abc", "b", "7", "7ab", "7abcd", "0abcd", "é", "éa", <<0xC3, 1, 2>>, "nullx", "nul", "日本",
      "zz9", "xy", "q", "", <<1::3>>, <<?a, 1::3>>, <<?q, 1::3>>, <<?\s, 5::7>>, <<255>>, <<255, 255, 7>>, <<0xC3, 1::1>>,
      <<255, 1::5>>, <<"null", 1::2>>, <<0xE6, 0x97>>, :atom, [1], <<"é", 1::1>>
    ] do
  IO.inspect({data, Reader.kind(data), Reader.whole(data, [])})
end

IO.inspect({Reader.same("ab", ?a), Reader.same("ab", ?b), Reader.same(<<200, 1>>, 0), Reader.same("", 0)})

text = String.duplicate("ab 12é", 3000)
count = fn count, data, n ->
  case data do
    <<?a, rest::bits>> -> count.(count, rest, n + 1)
    <<?b, rest::bits>> -> count.(count, rest, n + 1)
    <<?\s, rest::bits>> -> count.(count, rest, n + 100)
    <<c, rest::bits>> when c in ?0..?9 -> count.(count, rest, n + c)
    <<c::utf8, rest::bits>> -> count.(count, rest, n + c)
    <<>> -> n
  end
end

IO.inspect(count.(count, text, 0))

f = fn <<n, rest::binary>> -> fn -> {n, rest} end end
IO.inspect(Enum.map(["one", "two"], fn text -> f.(text).() end))
