# Code.eval_quoted, Code.compile_string and Code.compile_quoted, with their variables and modules.
IO.inspect Code.eval_quoted(quote(do: x = 1 + 2))
IO.inspect Code.eval_quoted(quote(do: var!(a) + var!(b)), [a: 1, b: 2])
IO.inspect Code.eval_quoted(Code.string_to_quoted!("y = a * 2\nMap.put(%{}, :k, y)"), [a: 5], __ENV__)
IO.inspect Code.compile_string("defmodule Zed do\n def z, do: 26\nend") |> Enum.map(&elem(&1, 0))
IO.inspect apply(Zed, :z, [])
IO.inspect Code.compile_quoted(quote do defmodule Zed2 do def z, do: 27 end end) |> Enum.map(&elem(&1, 0))
IO.inspect apply(Zed2, :z, [])
ast = quote do
  fn x -> x + 1 end
end
{f, _} = Code.eval_quoted(ast)
IO.inspect f.(2)
