defmodule D do
  @default_timeout 100
  def f(t \\ @default_timeout), do: t
  def g(opts \\ []) do
    t = Keyword.get(opts, :t, @default_timeout)
    t * 2
  end
end
IO.inspect({D.f(), D.g(), D.g(t: 1)})
