ExUnit.start(seed: 0)

defmodule Door do
  defstruct open: false, name: "front"
  def open?(door, _who), do: door.open
end

defmodule ValueTest do
  use ExUnit.Case

  defp even?(n), do: rem(n, 2) == 0

  test "a variable" do
    found = nil
    assert found
  end

  test "a local call with arguments" do
    n = 3
    assert even?(n)
  end

  test "a remote call with arguments" do
    door = %Door{}
    assert Door.open?(door, "Ada")
  end

  test "a call with literals only" do
    assert Enum.member?([1, 2], 3)
  end

  test "a function's call" do
    check = fn x -> x > 2 end
    x = 1
    assert check.(x)
  end

  test "a pipe" do
    assert [1] |> Enum.map(&(&1 * 2)) |> Enum.empty?()
  end

  test "a guard" do
    x = 1
    assert is_binary(x)
  end

  test "is_nil" do
    x = 1
    assert is_nil(x)
  end

  test "a field" do
    door = %Door{}
    assert door.open
  end

  test "refute a call" do
    list = []
    refute Enum.empty?(list)
  end

  test "refute a value" do
    refute %{some: :map}
  end

  test "with a message" do
    assert 1 == 2, "one is not two"
  end

  test "refute with a message" do
    refute 1 == 1, "one is one"
  end

  test "flunk" do
    flunk("not yet")
  end

  test "flunk without a message" do
    flunk()
  end

  test "an assertion's value" do
    x = assert 5
    assert x == 5
    y = assert {:ok, 1} = {:ok, 1}
    assert y == {:ok, 1}
    z = refute nil
    assert z == nil
  end

  test "in delta" do
    assert_in_delta 1.0, 1.05, 0.1
    refute_in_delta 1.0, 1.5, 0.1
    assert_in_delta 1, 3, 1
  end

  test "not in delta" do
    refute_in_delta 10, 11, 2
  end
end
