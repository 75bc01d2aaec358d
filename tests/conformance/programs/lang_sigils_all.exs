# All sigils.
IO.inspect(~w(one two three))
IO.inspect(~w(one two)a)
IO.inspect(~w(one two)c)
IO.inspect(~W(a#{1} b))
IO.inspect(~s(a "quoted" #{1 + 1}))
IO.inspect(~S(no #{interpolation} \n))
IO.inspect(~c(chars))
IO.inspect(~C(chars #{x}))
IO.inspect(~r/a+b?/i)
IO.inspect(Regex.run(~r{(\d+)-(\d+)}, "12-34"))
IO.inspect(~D[2024-02-29])
IO.inspect(~T[12:30:00.5])
IO.inspect(~N[2024-02-29 12:30:00])
IO.inspect(~U[2024-02-29 12:30:00Z])

text = ~s"""
a heredoc
  indented #{:here}
"""

IO.puts(text)
IO.inspect('single' ++ 'quoted')
IO.inspect("tab\tnew\nquote\" \u00e9 \x41 \\ #{"nested #{1}"}")
