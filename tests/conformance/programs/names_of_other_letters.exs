# Letters that stand for others are refused in names, and are letters of their own where they are quoted.
for t <- ["1 + aＡb", ":aＡ", ":Ａ", "x.Ａ", "[aſ: 1]", "foo.aſ", "@aſ", "aſ?", "Ａ?", "1 + 2\n  bſ(1)", "x.é", "\"ſ\"", ":\"aſ\"", "~w(ſ)", "?ſ", "defſ f, do: 1"] do
  case Code.string_to_quoted(t) do
    {:error, {[line: line, column: column], one, other}} -> IO.inspect({t, line, column, one <> other})
    {:ok, made} -> IO.inspect({t, made})
  end
end
defmodule Names do
  def unquote(:"ſ")(x), do: {:long, x}
  def s(x), do: {:short, x}
  def both, do: {apply(__MODULE__, :"ſ", [1]), s(1), unquote(:"ſ")(2)}
end
IO.inspect({Names."ſ"(1), Names.s(1), Names.both(), :"ſ" == :s, %{"ſ": 1, s: 2}})
é = 1
IO.inspect({é, :é == :"e\u0301", :é == :"é"})
