ExUnit.start(seed: 0)

defmodule PatternsTest do
  use ExUnit.Case
  import ExUnit.CaptureIO

  test "stderr" do
    assert capture_io(:stderr, fn -> IO.puts(:stderr, "bad") end) == "bad\n"
  end

  test "input" do
    assert capture_io("Ada\n", fn -> IO.puts("Hi " <> String.trim(IO.gets("Name? "))) end) == "Name? Hi Ada\n"
  end

  test "struct compare" do
    assert %Range{first: 1, last: 2, step: 1} == 1..2
    assert Date.compare(~D[2020-01-01], ~D[2021-01-01]) == :lt
  end

  test "in receive assert" do
    send(self(), {:x, 1})
    assert_receive {:x, n} when is_integer(n)
    assert n == 1
    assert [{_, v} | _] = [a: 1, b: 2]
    assert v == 1
    assert <<a, _rest::binary>> = "hello"
    assert a == ?h
    assert "he" <> rest = "hello"
    assert rest == "llo"
    assert %{"k" => [x | _]} = %{"k" => [1, 2]}
    assert x == 1
  end

  test "helpers with default" do
    check()
    check(3)
  end

  defp check(n \\ 2), do: assert(n > 1)
  test "assert in Enum", do: Enum.each(1..3, &assert(&1 > 0))
  test "for" do
    for x <- 1..3, do: assert x < 4
  end

  test "with statement" do
    with {:ok, a} <- {:ok, 1} do
      assert a == 1
    end
  end

  test "self send" do
    Process.send_after(self(), :tick, 10)
    assert_receive :tick
  end
end
