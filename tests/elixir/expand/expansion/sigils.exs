IO.inspect(~w(a b c))
IO.inspect(~w(a b)a)
IO.inspect(~s(a "b" #{1 + 1}))
IO.inspect(~S(a #{b} \n))
IO.inspect(~c(abc))
IO.inspect("a1b2" |> String.replace(~r/\d/, "-"))
x = "dyn"
IO.inspect(~w(#{x} b))
IO.inspect(~D[2020-01-02])
IO.inspect(~T[10:00:00])
IO.inspect(~N[2020-01-02 10:00:00])
IO.inspect(~U[2020-01-02 10:00:00Z])
IO.puts(~s"""
heredoc
  two
""")
