# Digests that are made in pieces, keys that are made of passwords, and what :crypto says of what is wrong.
IO.inspect(:crypto.pbkdf2_hmac(:sha256, "pw", "salt", 3, 40))
h = :crypto.hash_init(:sha256)
a = :crypto.hash_update(h, "a")
b = :crypto.hash_update(h, ["b", ?c])
IO.inspect({:crypto.hash_final(a) == :crypto.hash(:sha256, "a"), :crypto.hash_final(b) == :crypto.hash(:sha256, "bc"), :crypto.hash_final(a) == :crypto.hash(:sha256, "a")})
m = :crypto.mac_init(:hmac, :sha, "key")
IO.inspect({m == :crypto.mac_update(m, "ab"), :crypto.mac_final(m) == :crypto.mac(:hmac, :sha, "key", "ab"), :crypto.macN(:hmac, :sha, "key", "ab", 4)})
for kind <- [:md5, :sha, :sha224, :sha256, :sha384, :sha512, :sha3_224, :sha3_256, :sha3_384, :sha3_512, :blake2b, :blake2s], do: IO.puts("#{kind} #{Base.encode16(:crypto.hash(kind, "abc"))}")
IO.inspect(:crypto.exor("ab", ["c", ?d]))

for step <- [
      fn -> :crypto.hash_init(:nope) end,
      fn -> :crypto.hash_update(5, "a") end,
      fn -> :crypto.hash_final(make_ref()) end,
      fn -> :crypto.hash_final(:crypto.mac_init(:hmac, :sha, "k")) end,
      fn -> :crypto.hash(:nope, "a") end,
      fn -> :crypto.hash(:sha, :x) end,
      fn -> :crypto.hash(:sha, 5) end,
      fn -> :crypto.hash_update(:crypto.hash_init(:sha), :x) end,
      fn -> :crypto.pbkdf2_hmac(:nope, "a", "b", 1, 3) end,
      fn -> :crypto.pbkdf2_hmac(:sha, "a", "b", 0, 3) end,
      fn -> :crypto.pbkdf2_hmac(:sha, "a", "b", 1, 0) end,
      fn -> :crypto.pbkdf2_hmac(:sha, ["a"], "b", 1, 3) end,
      fn -> :crypto.mac(:hmac, :nope, "a", "b") end,
      fn -> :crypto.mac(:foo, :sha, "a", "b") end,
      fn -> :crypto.mac(:hmac, :sha, :k, "x") end,
      fn -> :crypto.mac(:hmac, :sha, "k", :x) end,
      fn -> :crypto.mac(:hmac, :sha, ["k"], ["x"]) end,
      fn -> :crypto.macN(:hmac, :sha, "k", "x", 40) end,
      fn -> :crypto.macN(:hmac, :sha, "k", "x", 0) end,
      fn -> :crypto.mac_init(:hmac, :nope, "k") end,
      fn -> :crypto.mac_init(:foo, :sha, "k") end,
      fn -> :crypto.mac_update(make_ref(), "k") end,
      fn -> :crypto.mac_final(make_ref()) end,
      fn -> :crypto.hash_equals("a", "bb") end,
      fn -> :crypto.exor("a", "bb") end,
      fn -> :crypto.strong_rand_bytes(-1) end
    ] do
  try do
    IO.inspect(step.())
  catch
    kind, reason -> IO.inspect({kind, reason})
  end
end
