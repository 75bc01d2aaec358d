# A match?/2 of one's own in assertions.
ExUnit.start(seed: 0)

defmodule Own do
  def match?(a, b), do: a == b or b == :any
end

defmodule OwnTest do
  use ExUnit.Case
  import Kernel, except: [match?: 2]
  import Own

  test "own" do
    assert match?(String, :any)
    refute match?(:a, :b)
    assert 1 + 1 == 2
  end
end
