defmodule FailingTest do
  use ExUnit.Case

  @moduletag :failing

  test "two values differ" do
    assert Enum.map([1, 2, 3], &(&1 * 2)) == [2, 4, 7]
  end

  test "no match" do
    assert {:ok, _} = {:error, :enoent}
  end

  test "not truthy" do
    assert Map.get(%{}, :key)
  end

  test "refuted" do
    refute 1 in [1, 2]
  end

  test "raises" do
    Failing.deep(1)
  end

  test "throws" do
    throw(:ball)
  end

  test "exits" do
    exit(:gone)
  end

  test "is linked to what crashes" do
    spawn_link(fn -> exit(:crashed) end)
    Process.sleep(100)
  end

  test "nothing comes" do
    send(self(), {:other, 1})
    assert_receive {:wanted, _}, 50
  end

  test "something comes" do
    send(self(), :unwanted)
    refute_receive :unwanted, 50
  end

  test "the wrong exception" do
    assert_raise ArgumentError, fn -> raise "no" end
  end

  test "no exception" do
    assert_raise ArgumentError, fn -> :ok end
  end

  @tag timeout: 100
  test "takes too long" do
    Process.sleep(1_000)
  end

  test "is given up" do
    flunk("given up")
  end

  test "not implemented"

  @tag :skip
  test "is skipped" do
    flunk("never")
  end

  test "passes" do
    assert true
  end

  test "fails at its end" do
    on_exit(fn -> raise "too late" end)
  end
end

defmodule FailingSetupTest do
  use ExUnit.Case

  setup do
    %{value: Failing.divide(1, 0)}
  end

  test "fails before the test", %{value: value} do
    assert value
  end
end

defmodule FailingSetupAllTest do
  use ExUnit.Case

  setup_all do
    raise "nothing works"
  end

  test "one" do
    assert true
  end

  test "two" do
    assert true
  end
end
