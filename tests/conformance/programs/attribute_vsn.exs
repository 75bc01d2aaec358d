# Attributes in loops, and @vsn.
defmodule P do
  @port 8
  for {s, v, j} <- [{A, "1", nil}, {B, "2", "x"}] do
    @s s
    @v v
    @path "p#{@port}#{@v}"
    @j j
    def f(unquote(v)), do: {@s, @v, @path, @j}
  end
  vsn = "9"
  @vsn vsn
  def g("q=#{@vsn}"), do: @vsn
  def g(_), do: nil
end
IO.inspect {P.f("1"), P.f("2"), P.g("q=9")}
defmodule Q do
  @vsn 3
  def f, do: 1
end
defmodule R do
  @vsn 4
  for n <- [:a, :b] do
    @vsn n
    def unquote(n)(), do: @vsn
  end
end
IO.inspect {R.a, R.b}
