# Base: 16, 32 and 64, with options, and what is wrong.
for f <- [
  fn -> Base.decode64!("???") end, fn -> Base.decode64!("abc") end, fn -> Base.decode16!("abc") end, fn -> Base.decode16!("0G") end,
  fn -> Base.decode32!("A") end, fn -> Base.encode64(1) end, fn -> Base.decode16!("ab") end, fn -> Base.decode64!("YQ", padding: false) end,
  fn -> Base.decode64!("Y Q=\n=", ignore: :whitespace) end, fn -> Base.encode32("hello") end, fn -> Base.hex_encode32("hello", padding: false) end,
  fn -> Base.decode16("zz") end, fn -> Base.decode16("abcd", case: :lower) end, fn -> Base.url_encode64(<<251,255>>) end, fn -> Base.url_decode64("-_8=") end, fn -> Base.encode16("ab", case: :lower) end,
  fn -> Base.decode32("nbswy3dp", case: :lower) end, fn -> Base.hex_decode32!("D1IMOR3F") end, fn -> Base.decode64("YQ=") end, fn -> Base.decode64!("YWJj\n") end] do
  IO.inspect(try do f.() rescue e -> {e.__struct__, Exception.message(e)} end)
end
