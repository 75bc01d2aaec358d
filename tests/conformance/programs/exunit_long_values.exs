ExUnit.start(seed: 0)

defmodule LongTest do
  use ExUnit.Case

  test "lists" do
    assert Enum.to_list(1..40) == Enum.map(1..40, &(&1 * 1000))
  end

  test "maps" do
    expected = %{name: "a rather long name", items: Enum.to_list(1..30), other: "some text that is long as well"}
    assert expected == %{}
  end

  test "texts" do
    assert "line one\nline two" == String.duplicate("long ", 20)
  end

  test "nested" do
    user = %{name: "Ada", address: %{street: "A long street's name 17", town: "A town with a long name"}, tags: ~w(a b)}
    assert user == %{user | name: "Grace"}
  end
end
