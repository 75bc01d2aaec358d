ExUnit.start(seed: 0)

defmodule MatchTest do
  use ExUnit.Case

  test "binds what it matches" do
    assert {:ok, value} = {:ok, 5}
    assert value == 5
    assert [first | rest] = [1, 2, 3]
    assert {first, rest} == {1, [2, 3]}
    assert %{a: %{b: inner}} = %{a: %{b: 7}, c: 8}
    assert inner == 7
  end

  test "a tag" do
    assert {:ok, value} = {:error, :enoent}
    value
  end

  test "a pin" do
    wanted = 1
    assert {:ok, ^wanted} = {:ok, 2}
  end

  test "two pins" do
    a = 1
    b = 2
    assert {^a, ^b, _} = {1, 3, 4}
  end

  test "a map" do
    assert %{status: 200, body: _} = %{status: 404, headers: [], body: "nothing"}
  end

  test "an empty list" do
    assert [_ | _] = []
  end

  test "a binary" do
    assert "GET " <> path = "POST /"
    path
  end

  test "nil matches and is not true" do
    assert nil = List.first([])
  end

  test "match?" do
    answers = Map.new(good: {:ok, 1}, bad: {:error, 1})
    assert match?({:ok, _}, answers[:good])
    assert match?({:ok, _}, answers[:bad])
  end

  test "refute match?" do
    answers = Map.new(good: {:ok, 1})
    refute match?({:error, _}, answers[:good])
    refute match?({:ok, _}, answers[:good])
  end
end
