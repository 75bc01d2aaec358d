ExUnit.start(seed: 0, exclude: [:slow, os: :windows, describe: "b"], include: [fast: true])

defmodule FilterTest do
  use ExUnit.Case

  @tag :slow
  test "slow", do: flunk()

  @tag slow: true, fast: true
  test "slow and fast", do: :ok

  @tag os: :windows
  test "win", do: flunk()

  @tag os: :linux
  test "linux", do: :ok

  @tag slow: false
  test "slow false", do: :ok

  describe "b" do
    test "x", do: :ok
  end
end
