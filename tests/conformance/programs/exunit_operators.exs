ExUnit.start(seed: 0)

defmodule OperatorTest do
  use ExUnit.Case

  test "==" do
    assert 1 + 1 == 3
  end

  test "!=" do
    a = 4
    assert a != 4
  end

  test "===" do
    assert 1 === 1.0
  end

  test "<" do
    limit = 3
    assert limit * 2 < limit
  end

  test ">" do
    a = 1
    assert a > 1
  end

  test "<=" do
    assert 5 <= 2 * 2
  end

  test ">=" do
    assert Enum.count([1]) >= 2
  end

  test "=~" do
    assert "hello" =~ "bye"
  end

  test "=~ with a regex" do
    assert "hello" =~ ~r/b+ye/
  end

  test "in" do
    allowed = [:a, :b]
    assert :c in allowed
  end

  test "refute ==" do
    refute String.length("four") == 4
  end

  test "refute !=" do
    refute 1 != 2
  end

  test "refute <" do
    refute 1 < 2
  end

  test "refute <=" do
    a = 2
    refute a <= 2
  end

  test "refute =~" do
    refute "abc" =~ "b"
  end

  test "refute in" do
    refute 1 in [1, 2]
  end

  test "and" do
    a = 1
    assert a == 1 and a == 2
  end

  test "not" do
    a = true
    assert not a
  end

  test "not in" do
    a = 1
    assert a not in [1]
  end
end
