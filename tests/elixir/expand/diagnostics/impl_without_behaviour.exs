defmodule A do
  @impl true
  def f(x), do: x
end
