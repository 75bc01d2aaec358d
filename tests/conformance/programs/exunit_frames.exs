ExUnit.start(seed: 0)

defmodule Frames do
  def outer(x), do: middle(x)
  def middle(x), do: inner(x)
  def inner(x), do: raise("inner #{x}")
  def kept(x), do: [inner(x)]
  def number(text), do: String.to_integer(text)
  def first(list), do: hd(list)
  def table(name), do: :ets.lookup(name, 1)
  def clause(:a), do: 1
  def call(x), do: clause(x)
end

defmodule FramesTest do
  use ExUnit.Case

  test "a tail call", do: Frames.outer(1)
  test "a call that is none", do: Frames.kept(1)

  test "a built-in function" do
    assert Frames.number("x") == 1
  end

  test "an operator" do
    Frames.first([])
  end

  test "a table", do: assert([] = Frames.table(:nope))

  test "a call that no clause takes" do
    Frames.call(:b)
  end

end
