ExUnit.start(colors: [enabled: false], seed: 0)
defmodule Point do
  defstruct [:x, :y]
end
defmodule DiffTest do
  use ExUnit.Case
  test "maps", do: assert(%{a: 1, b: [1, 2, 3], c: "hello"} == %{a: 1, b: [1, 3, 3], d: "hello"})
  test "strings", do: assert("hello world" == "hello wurld")
  test "structs", do: assert(struct(Point, x: 1, y: 2) == struct(Point, x: 1, y: 3))
  test "lists", do: assert([1, 2, 3, 4] == [1, 2, 4])
  test "tuples", do: assert({:ok, 1} == {:error, 1})
  test "keyword", do: assert([a: 1, b: 2] == [a: 1, b: 3])
  test "in", do: assert(5 in [1, 2, 3])
  test "not", do: refute(1 == 1)
  test "match", do: assert({:ok, %{a: 2}} = {:ok, %{a: 1}})
  test "match pin" do
    x = 5
    assert {^x, _} = {6, 7}
  end
  test "less", do: assert(1 > 2)
  test "call", do: assert(String.starts_with?("abc", "x"))
  test "bare", do: assert(nil)
  test "message", do: assert(false, "my message")
  test "raise", do: assert_raise(ArgumentError, fn -> raise "other" end)
  test "raise message", do: assert_raise(RuntimeError, "expected", fn -> raise "got" end)
  test "raise none", do: assert_raise(RuntimeError, fn -> :ok end)
  test "raise regex", do: assert_raise(RuntimeError, ~r/abc/, fn -> raise "xyz" end)
  test "delta", do: assert_in_delta(1.0, 2.0, 0.5)
  test "flunk", do: flunk("flunked")
  test "receive" do
    send(self(), {:a, 1})
    assert_receive {:b, _}, 10
  end
  test "received" do
    send(self(), {:a, 1})
    send(self(), {:c, 2})
    assert_received {:a, 2}
  end
  test "refute receive" do
    send(self(), :hello)
    refute_receive :hello, 10
  end
  test "exit", do: exit(:bad)
  test "throw", do: throw(:ball)
  test "error", do: :erlang.error(:custom)
  test "catch", do: catch_throw(:ok)
  test "regex", do: assert("abc" =~ ~r/x/)
  test "binary", do: assert(<<1, 2>> == <<1, 3>>)
  test "charlist", do: assert('abc' == 'abd')
  test "float", do: assert(1.0 === 1)
  test "improper", do: assert([1 | 2] == [1 | 3])
  test "mapset", do: assert(MapSet.new([1]) == MapSet.new([2]))
  test "dates", do: assert(~D[2020-01-01] == ~D[2020-01-02])
  test "nested", do: assert(%{a: %{b: %{c: 1}}} == %{a: %{b: %{c: 2}}})
  test "and", do: assert(true && nil)
end
