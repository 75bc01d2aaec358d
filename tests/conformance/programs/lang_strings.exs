# Interpolation, escapes, heredocs, concatenation.
name = "José"
IO.puts("Hi #{name}, #{1 + 1} #{:atom} #{[104, 105]} #{nil}!")
IO.puts("tab\there \"quoted\" back\\slash \u00e9 \x41")
IO.puts("""
  indented
  two
    more
  """)
IO.puts('charlist #{1}')
IO.inspect('abc')
IO.inspect([0, 97])
IO.inspect("a" <> "b" <> "c")
"pre" <> rest = "prefix"
IO.inspect(rest)
IO.inspect(~s(with "quotes" and #{1 + 2}))
IO.inspect(~S(no #{interpolation} \n))
IO.inspect(~w(a b c))
IO.inspect(~w(a b c)a)
IO.inspect(~c(chars))
IO.inspect("multi
line")
