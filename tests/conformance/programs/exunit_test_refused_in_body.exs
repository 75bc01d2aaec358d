# A test whose code is refused while it is defined, with another in its place.
ExUnit.start(seed: 0)

defmodule Picky do
  defmacro pick(1), do: 1
  defmacro pick(_), do: raise(ArgumentError, "not that one")
end

defmodule PickyTest do
  use ExUnit.Case
  require Picky

  try do
    test "picks" do
      assert Picky.pick(2) == 2
    end
  rescue
    ArgumentError ->
      test "picks", do: assert(Picky.pick(1) == 1)
  end

  try do
    def broken, do: Picky.pick(3)
  rescue
    e in ArgumentError -> IO.inspect(e)
  end

  IO.inspect(Module.defines?(__MODULE__, {:broken, 0}))
  def broken, do: 1
  test "broken", do: assert(broken() == 1)
end
