# Matching binaries: sizes from variables, signed and little numbers, floats, utf, units, bits, parsing of protocols.
IO.inspect((<<a::8, b::16-little, c::signed-8, rest::binary>> = <<1, 2, 3, 255, "xyz">>; {a, b, c, rest}))
IO.inspect((<<len::8, data::binary-size(len), tail::binary>> = <<3, "abcde">>; {data, tail}))
IO.inspect((<<f::float>> = <<3.5::float>>; f))
IO.inspect((<<f::float-32>> = <<1.5::float-32>>; f))
IO.inspect((<<x::utf8, y::utf16, z::utf32>> = <<"é"::utf8, "a"::utf16, "b"::utf32>>; {x, y, z}))
IO.inspect((<<a::1, b::7>> = <<129>>; {a, b}))
IO.inspect((<<a::3, b::bitstring>> = <<0b10110011>>; {a, b}))
IO.inspect((<<x::size(2)-unit(8)>> = <<1, 0>>; x))
IO.inspect((<<h::binary-2, _::binary>> = "hello"; h))
IO.inspect(try do <<_::binary-9>> = "short" rescue e -> Exception.message(e) end)
IO.inspect(case <<1, 2>> do <<>> -> :empty; <<_>> -> :one; <<_, r::binary>> -> r end)
IO.inspect(case "GET /x HTTP/1.1" do "GET " <> rest -> String.split(rest, " "); _ -> :no end)
IO.inspect(match?(<<_::binary-size(2), "c">>, "abc"))
IO.inspect(<<1::4, 15::4>>)
IO.inspect(<<300>>)
IO.inspect(<<-1::16>>)
IO.inspect(<<1, 2::4>> |> bit_size())
IO.inspect(<<1, 2, 3>> |> :binary.part(1, 2))
IO.inspect(:binary.split("a,b,c", ","))
IO.inspect(:binary.split("a,b,c", ",", [:global]))
IO.inspect(:binary.match("hello", ["l", "lo"]))
IO.inspect(:binary.matches("hello", "l"))
IO.inspect(:binary.replace("hello", "l", "L", [:global]))
IO.inspect(:binary.bin_to_list(<<1, 2>>))
IO.inspect(:binary.encode_unsigned(258))
IO.inspect(:binary.decode_unsigned(<<1, 2>>, :little))
IO.inspect(:binary.copy("ab", 2))
IO.inspect(for <<b::1 <- <<5>> >>, do: b)
IO.inspect(<<"abc"::binary, ?d>>)
IO.inspect(<<"a", "b"::utf16>>)
x = 3
IO.inspect((<<v::size(x), _::size(5)>> = <<0b10100000>>; v))
IO.inspect((<<v::size(x)-unit(2), _::bitstring>> = <<0b10100000>>; v))
IO.inspect(try do <<x::size(1)>> = <<1>>; x rescue e -> Exception.message(e) end)
defmodule P do
  def frames(<<n::8, body::binary-size(n), rest::binary>>), do: [body | frames(rest)]
  def frames(rest), do: [{:rest, rest}]
  def ip(<<a, b, c, d>>), do: "#{a}.#{b}.#{c}.#{d}"
  def bits(<<b::1, rest::bitstring>>), do: [b | bits(rest)]
  def bits(<<>>), do: []
  def tlv(<<type::8, len::16-big, val::binary-size(len), rest::binary>>), do: [{type, val} | tlv(rest)]
  def tlv(""), do: []
end
IO.inspect(P.frames(<<2, "ab", 1, "c", 5, "de">>))
IO.inspect(P.ip(<<127, 0, 0, 1>>))
IO.inspect(P.bits(<<0b101::3>>))
IO.inspect(P.tlv(<<1, 0, 2, "hi", 2, 0, 0>>))
IO.inspect(try do P.tlv(<<1>>) rescue e -> e.__struct__ end)
IO.inspect("abc" <> <<0>>)
IO.inspect(<<0x1F600::utf8>>)
IO.inspect(byte_size(<<1.0::float-16>>))
IO.inspect(is_binary(<<1::3>>))
IO.inspect(is_bitstring(<<1::3>>))
IO.inspect(<<1::3, 2::5>> == <<34>>)
IO.inspect(<<1>> < <<1, 2>>)
IO.inspect(:erlang.iolist_to_binary([1, "a", [?b]]))
IO.inspect(IO.iodata_length(["a", [1, 'é' |> List.to_string()]]))
