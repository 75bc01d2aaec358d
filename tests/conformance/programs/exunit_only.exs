ExUnit.start(seed: 0, exclude: [:test], include: [:only])

defmodule OnlyTest do
  use ExUnit.Case

  test "a", do: :ok

  @tag :only
  test "b", do: :ok
end
