defmodule A do
  def f do
    1
  else
    2
  end
end
