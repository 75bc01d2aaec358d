ExUnit.start(seed: 0)

defmodule Overdrawn do
  defexception [:amount]
  def message(error), do: "#{error.amount} too much"
end

defmodule RaiseTest do
  use ExUnit.Case

  test "assert_raise" do
    assert_raise ArgumentError, fn -> raise ArgumentError, "x" end
    assert_raise ArgumentError, "x", fn -> raise ArgumentError, "x" end
    assert_raise KeyError, ~r/not found/, fn -> raise KeyError, key: :a, term: %{} end
    error = assert_raise Overdrawn, fn -> raise Overdrawn, amount: 3 end
    assert error.amount == 3
  end

  test "nothing is raised" do
    assert_raise ArgumentError, fn -> :fine end
  end

  test "something else is raised" do
    assert_raise ArgumentError, fn -> raise "else" end
  end

  test "another message" do
    assert_raise Overdrawn, "4 too much", fn -> raise Overdrawn, amount: 3 end
  end

  test "a message that does not fit" do
    assert_raise RuntimeError, ~r/foo/, fn -> raise "bar" end
  end

  test "catch_exit, catch_throw, catch_error" do
    assert catch_exit(exit(:boom)) == :boom
    assert catch_throw(throw(:ball)) == :ball
    assert catch_error(raise "oops") == %RuntimeError{message: "oops"}
    assert catch_error(:erlang.error(:bad)) == :bad
  end

  test "nothing exits" do
    catch_exit(:fine)
  end

  test "nothing is thrown" do
    catch_throw(:fine)
  end

  test "it raises" do
    raise "boom"
  end

  test "it raises its own" do
    raise Overdrawn, amount: 5
  end

  test "it exits" do
    exit(:tired)
  end

  test "it throws" do
    throw(:ball)
  end

  test "a match error" do
    {:ok, _} = Map.fetch(%{}, :a)
  end

  test "a key error" do
    map = Map.new(a: 1)
    map.b
  end

  test "a call to nobody" do
    GenServer.call(:nobody, :hello)
    :ok
  end

  test "a linked process" do
    spawn_link(fn -> exit(:bad) end)
    Process.sleep(100)
  end
end
