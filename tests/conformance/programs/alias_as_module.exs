# An alias whose short name is a module's already: as a macro's code has it.
defmodule Mac do
  defmacro name(m, as) do
    as = Macro.expand(as, __CALLER__)
    quote do
      alias unquote(m), as: unquote(as)
    end
  end
  defmacro two(m) do
    quote do: (alias unquote(m), as: unquote(Short))
  end
end
defmodule T do
  require Mac
  Mac.name(String, Str)
  def f, do: Str.upcase("a")
  Mac.two(Enum)
  def g, do: Short.map([1], & &1)
end
IO.inspect {T.f, T.g}
for as <- [:str, A.B, nil, 1, "x", :"Elixir.x"] do
  try do
    Code.eval_quoted(quote do: (alias String, as: unquote(as)))
  rescue e -> IO.puts Exception.message(e)
  end
end
