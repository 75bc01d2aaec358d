# Attributes of the module in the patterns that ExUnit asserts: values, that bind no variable.
ExUnit.start(seed: 0, colors: [enabled: false])

defmodule AttributesTest do
  use ExUnit.Case
  @node :first
  @size 3

  test "a message" do
    send(self(), {@node, :ping})
    send(self(), {:second, 7})
    assert_receive {@node, what}
    refute_received {@node, _}
    assert_received {:second, number} when number > @size
    IO.inspect({what, number})
  end

  test "a match" do
    assert {@node, [_ | rest]} = {:first, [1, 2]}
    assert %{size: @size, of: name} = %{size: 3, of: "it"}
    assert match?({@node, _}, {:first, 1})
    IO.inspect({rest, name})
  end

  test "another value" do
    error = assert_raise(ExUnit.AssertionError, fn -> assert {@node, _} = {:second, 1} end)
    IO.puts(error.message)
  end

  test "a message that does not come" do
    error = assert_raise(ExUnit.AssertionError, fn -> assert_receive {@node, :pong}, 1 end)
    IO.puts(error.message)
  end
end
