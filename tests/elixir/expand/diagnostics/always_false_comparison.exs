defmodule A do
  def f do
    x = 1
    x + "a"
  end
end
