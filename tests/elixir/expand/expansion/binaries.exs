<<a::4, b::4>> = <<0xAB>>
IO.inspect({a, b})
IO.inspect(<<1, 2, 3>>)
IO.inspect(<<"abc"::binary, 0>>)
IO.inspect(<<1::16>>)
IO.inspect(<<1::little-16>>)
IO.inspect(<<"é"::utf8>>)
x = 3
IO.inspect(<<x::size(8)>>)
<<h::binary-size(2), rest::binary>> = "hello"
IO.inspect({h, rest})
<<f::float>> = <<1.5::float>>
IO.inspect(f)
IO.inspect(for <<b <- <<1, 2, 3>> >>, do: b * 2)
IO.inspect(for <<r::4, g::4 <- <<0x12, 0x34>> >>, do: {r, g})
case "GET /x" do
  "GET " <> path -> IO.puts(path)
end
<<c::utf8, _::binary>> = "éa"
IO.inspect(c)
