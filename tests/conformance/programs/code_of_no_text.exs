# Code that is no text is made one, but for templates.
for f <- [fn -> EEx.eval_string(12) end, fn -> EEx.compile_string(12) end, fn -> EEx.compile_string(12, []) end, fn -> Code.eval_string(12) end, fn -> Code.string_to_quoted(12) end, fn -> Code.string_to_quoted!(12) end, fn -> Code.compile_string(12) end, fn -> Code.eval_string('1 + 1') end, fn -> Code.string_to_quoted('1 + 1') end], do: IO.inspect(try do f.() rescue e -> e |> Exception.message |> String.split("\n") |> hd end)
IO.inspect(elem(Code.eval_string(10 ** 5000), 0) == 10 ** 5000)
IO.puts(byte_size("#{10 ** 5000}"))
