# Quoted code is data.
IO.inspect(quote do: 1 + 2)
IO.inspect(quote do: foo(:a, "b", [c: 1]))
IO.inspect(quote do: {1, 2})
x = 5
IO.inspect(quote do: unquote(x) * 2)
IO.inspect(quote do: [unquote_splicing([1, 2]), 3])
IO.puts(Macro.to_string(quote do: if(a > 1, do: :big, else: :small)))
IO.puts(Macro.to_string(quote do: fn x -> x + 1 end))
IO.inspect(Macro.escape(%{a: {1, 2, 3}}))
IO.inspect(Code.string_to_quoted("1 + 2 * 3"))
