defmodule A do
  defmodule B do
    def f, do: 1
  end
  def g, do: B.f() + C.f()
end
