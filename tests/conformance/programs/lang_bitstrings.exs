# Bitstrings: sizes, units, signs, endianness, utf, patterns over packets.
defmodule Packet do
  def parse(<<version::4, length::4, kind::8, size::16, payload::binary-size(size), rest::bits>>) do
    {version, length, kind, payload, rest}
  end

  def parse(_), do: :error
end

IO.inspect(Packet.parse(<<4::4, 5::4, 17, 0, 3, "abcXYZ">>))
IO.inspect(Packet.parse(<<1, 2>>))
IO.inspect(<<1::1, 0::1, 1::1>>)
IO.inspect(<<-1::signed-16>>)
<<n::signed-little-16>> = <<0xFE, 0xFF>>
IO.inspect(n)
IO.inspect(<<"é"::utf16>>)
IO.inspect(<<0x1F600::utf8>>)
IO.inspect(for <<b::1 <- <<0b10110000>> >>, do: b)
IO.inspect(for(x <- [1, 0, 1], into: <<>>, do: <<x::1>>))
<<a::size(2)-unit(4), _::bits>> = <<0xAB, 0xCD>>
IO.inspect(a)
IO.inspect(<<3.5::float-32>>)
IO.inspect(is_bitstring(<<1::3>>) and not is_binary(<<1::3>>))
IO.inspect(<<1, 2>> <> <<3>>)
"foo" <> rest = "foobar"
IO.inspect(rest)
IO.inspect(:binary.bin_to_list("abc"))
IO.inspect(Base.encode16(<<1, 171>>))
x = 8
IO.inspect(<<255::size(x)>>)
IO.inspect(<<7::size(x)-unit(2)>>)
