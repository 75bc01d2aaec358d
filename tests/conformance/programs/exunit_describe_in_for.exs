ExUnit.start(seed: 0)
defmodule DTest do
  use ExUnit.Case
  for x <- ["a", "b"] do
    describe "group #{x}" do
      setup do
        {:ok, n: 1}
      end
      @tag k: x
      test "one", %{n: n, k: k} do
        assert n == 1
        assert k == unquote(x)
      end
    end
  end
  for {name, i} <- Enum.with_index([:p, :q]) do
    @tag i: i
    test "#{name} has #{i}", %{i: i} = ctx do
      assert ctx.i == unquote(i)
      assert i in [0, 1]
    end
  end
end
