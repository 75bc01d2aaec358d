# Building and matching binaries and bitstrings.
IO.inspect(<<1, 2, 3>>)
IO.inspect(<<104, 105>>)
IO.inspect(<<1::16, 2::size(4), 3::4>>)
<<a::8, b::binary-size(2), rest::binary>> = "hello"
IO.inspect({a, b, rest})
<<x::16-little, y::signed-8, _::binary>> = <<1, 0, 255, 9>>
IO.inspect({x, y})
<<head::utf8, tail::binary>> = "éa"
IO.inspect({head, tail})
IO.inspect(<<5::3>>)
IO.inspect(bit_size(<<5::3>>))
IO.inspect(byte_size("é"))
IO.inspect(<<1.5::float>>)
<<f::float>> = <<63, 248, 0, 0, 0, 0, 0, 0>>
IO.inspect(f)
n = 3
<<s::binary-size(n), _::binary>> = "abcdef"
IO.inspect(s)
IO.inspect(<<"ab", 0, "c">>)
IO.inspect(<<255, 254>>)
