ExUnit.start(seed: 0)

defmodule SetupTest do
  use ExUnit.Case

  @moduletag kind: :unit

  setup_all do
    {:ok, shared: [1, 2]}
  end

  setup do
    %{base: 10}
  end

  setup %{base: base} do
    [double: base * 2]
  end

  setup :triple

  defp triple(context), do: {:ok, triple: context.base * 3}

  test "all of it is in the context", %{shared: shared, base: base, double: double, triple: triple} do
    assert {shared, base, double, triple} == {[1, 2], 10, 20, 30}
  end

  @tag colour: :red
  @tag :wet
  test "tags", context do
    assert {context.colour, context.wet, context.kind} == {:red, true, :unit}
  end

  test "tags are for one test", context do
    refute Map.has_key?(context, :colour)
  end

  describe "in a group" do
    @describetag flavour: :sweet

    setup [:one, :two]

    setup do
      :ok
    end

    test "its own setup and tags", %{flavour: flavour, n: n, describe: describe} do
      assert {flavour, n, describe} == {:sweet, 2, "in a group"}
    end

    test "it fails with its group's name" do
      assert 1 == 2
    end
  end

  test "outside of the group", context do
    refute Map.has_key?(context, :n)
  end

  def one(_), do: [n: 1]
  def two(%{n: n}), do: %{n: n + 1}
end

defmodule BadSetupTest do
  use ExUnit.Case

  setup do
    :nonsense
  end

  test "never runs" do
    assert true
  end
end
