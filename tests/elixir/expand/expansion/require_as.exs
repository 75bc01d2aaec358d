defmodule Long.Name do
  defmacro m(x), do: quote(do: unquote(x) + 1)
  def f, do: 1
end
defmodule R do
  require Long.Name, as: LN
  def run, do: {LN.m(1), LN.f()}
end
IO.inspect(R.run())
