# How the code of an assertion is shown that has more than a line.
ExUnit.start(seed: 0, colors: [enabled: false])
defmodule CTest do
  use ExUnit.Case
  test "a" do
    assert Enum.map([1], fn x ->
      y = x
      y
    end) == 2
  end
  test "d" do
    assert_raise ArgumentError, fn ->
      x = 1
      x
    end
  end
end
for q <- [quote(do: fn -> a; b end), quote(do: foo(:x, fn -> IO.write(1); IO.write(2) end)), quote(do: (case x do 1 -> 2; y when y > 1 -> z; w end)), quote(do: Foo.bar |> Foo.baz |> Foo.qux()), quote(do: a |> IO.inspect)] do
  IO.puts(Macro.to_string(q))
end
