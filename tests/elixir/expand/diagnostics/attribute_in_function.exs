defmodule A do
  def f do
    @limit 10
  end
end
