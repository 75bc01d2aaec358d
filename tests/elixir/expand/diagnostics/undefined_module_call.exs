defmodule A do
  def f, do: Nowhere.run(1)
end
