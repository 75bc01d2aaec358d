defmodule A do
  def f, do: undefined_thing
end
