defmodule Mp do
  defmacro pair(a, b), do: {a, b}
  defmacro ok(x), do: quote(do: {:ok, unquote(x)})
end
defmodule UseMp do
  import Mp
  def f(ok(v)), do: v
  def f(pair(a, _)), do: a
  def g, do: ok(1)
end
IO.inspect({UseMp.f({:ok, 5}), UseMp.f({2, 3}), UseMp.g()})
