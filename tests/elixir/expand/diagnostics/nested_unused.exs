defmodule A do
  defmodule B do
    def f(x), do: 1
  end
  def g(y), do: 2
end
