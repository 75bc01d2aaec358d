# term_to_binary and back, hashes, base encodings.
for term <- [1, "text", :atom, [1, 2], {:a, %{b: 1.5}}, nil] do
  IO.inspect(:erlang.binary_to_term(:erlang.term_to_binary(term)) == term)
end

IO.inspect({Base.encode64("hello"), Base.decode64!("aGVsbG8="), Base.encode16("hi", case: :lower), Base.decode16!("6869", case: :mixed), Base.encode32("a"), Base.url_encode64(<<255, 254>>)})
IO.inspect(Base.decode64("???"))
IO.inspect(:erlang.phash2(:key, 10) in 0..9)
IO.inspect(:erlang.crc32("abc"))
IO.inspect(:crypto.hash(:sha256, "abc") |> Base.encode16(case: :lower) |> String.slice(0, 16))
IO.inspect(:erlang.md5("abc") |> Base.encode16())
