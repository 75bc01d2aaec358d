defmodule A do
  alias Foo, as: Foo
  def f, do: Foo
end
