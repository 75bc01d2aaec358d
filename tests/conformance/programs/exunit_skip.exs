ExUnit.start(seed: 0)

defmodule SkipTest do
  use ExUnit.Case

  test "runs" do
    assert true
  end

  @tag :skip
  test "skipped" do
    assert false
  end

  @tag skip: "not ready"
  test "skipped with a reason" do
    assert false
  end

  test "not implemented yet"

  @tag skip: false
  test "not skipped" do
    assert :ok
  end
end
