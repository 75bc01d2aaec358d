defmodule A do
  require Logger
  def f, do: 1
end
