defmodule F do
  @names [:a, :b, :c]
  for n <- @names do
    def unquote(n)(), do: unquote(n)
    def unquote(:"is_#{n}?")(x), do: x == unquote(n)
  end
  for {k, v} <- %{one: 1, two: 2} do
    def value(unquote(k)), do: unquote(v)
  end
  def value(_), do: nil
  Enum.each([x: 10], fn {k, v} ->
    def unquote(k)(), do: unquote(v)
  end)
  if System.get_env("NOPE_NOT_SET") do
    def env, do: true
  else
    def env, do: false
  end
end
IO.inspect({F.a(), F.is_b?(:b), F.value(:two), F.value(:x), F.x(), F.env()})
