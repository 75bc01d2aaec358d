defmodule A do
  def f, do: send(self, :x)
end
