# Blocks within the expressions of a module's body have a value, and what they bind is known behind them.
defmodule Body do
  require ExUnit.Assertions

  x = 5
  doubled = Integer.to_string((v = x + 1; v * 2))
  w = (u = 3; u + x)
  keyed = Keyword.fetch!([do: (y = 1 + 1; if(y, do: y))], :do)
  pair = {ExUnit.Assertions.assert(x == 5), 2}
  matched = Tuple.to_list(ExUnit.Assertions.assert({:ok, z} = {:ok, x}))
  @list [(a = 1; a + 1), (b = 2; b + 1)]
  def list, do: @list
  def all, do: unquote(Macro.escape({doubled, w, v, u, keyed, pair, matched, z}))

  for n <- (low = 1; low..2) do
    def unquote(:"f#{n}")(), do: unquote(n)
  end
end

IO.inspect({Body.list(), Body.f1(), Body.f2(), Body.all()})
