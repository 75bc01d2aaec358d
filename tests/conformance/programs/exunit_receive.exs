ExUnit.start(seed: 0)

defmodule ReceiveTest do
  use ExUnit.Case

  test "what comes" do
    parent = self()
    spawn(fn -> send(parent, {:result, 42}) end)
    assert_receive {:result, value}
    assert value == 42
    refute_received {:result, _}
  end

  test "in order, whatever lies before" do
    for n <- 1..3, do: send(self(), {:n, n})
    assert_received {:n, 2}
    assert_received {:n, 1}
    refute_received {:n, 1}
    assert_received {:n, n} when n > 2
    assert n == 3
  end

  test "nothing came" do
    assert_receive :never, 10
  end

  test "something else came" do
    send(self(), {:other, 1})
    send(self(), {:other, %{name: "a rather long name", items: Enum.to_list(1..25), more: "and a text that is long as well"}})
    assert_receive {:wanted, _}, 10
  end

  test "with a pin" do
    ref = :this
    send(self(), {:that, 1})
    assert_received {^ref, _}
  end

  test "with a message of its own" do
    assert_receive :x, 10, "x did not come"
  end

  test "many wait" do
    for n <- 1..12, do: send(self(), {:m, n})
    assert_received :never
  end

  test "refuted and there" do
    send(self(), {:bad, :news})
    refute_receive {:bad, _}, 10
  end

  test "refuted and received" do
    send(self(), :a)
    refute_received :a
  end
end
