defmodule A do
  def f do
    alias Foo.Bar
    1
  end
end
