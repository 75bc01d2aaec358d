defmodule A do
  def f, do: Logger.info("x")
end
