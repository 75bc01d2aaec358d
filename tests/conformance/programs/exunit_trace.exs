ExUnit.start(seed: 0, trace: true)

defmodule TracedTest do
  use ExUnit.Case

  test "passes" do
    assert 1 == 1
  end

  test "fails" do
    assert 1 == 2
  end

  @tag :skip
  test "skipped", do: :ok

  describe "a group" do
    test "passes, too", do: :ok
  end
end
