ExUnit.start(seed: 0)

defmodule Helpers do
  def twice(n), do: n * 2
end

defmodule StoreCase do
  use ExUnit.CaseTemplate

  using options do
    quote do
      import Helpers
      @given unquote(options)
    end
  end

  setup_all do
    [shared: :by_all]
  end

  setup do
    store = start_supervised!({Agent, fn -> %{} end})
    %{store: store}
  end

  setup :filled

  defp filled(%{store: store}) do
    Agent.update(store, &Map.put(&1, :a, 1))
  end
end

defmodule StoreTest do
  use StoreCase, async: true

  setup do
    [own: true]
  end

  test "it has all of it", %{store: store, shared: shared, own: own} do
    assert Agent.get(store, & &1) == %{a: 1}
    assert {shared, own} == {:by_all, true}
    assert twice(4) == 8
    assert @given == [async: true]
  end

  test "it fails like any other", %{store: store} do
    assert Agent.get(store, &Map.get(&1, :a)) == 2
  end
end

defmodule PlainCase do
  use ExUnit.CaseTemplate

  setup do
    {:ok, plain: true}
  end
end

defmodule PlainTest do
  use PlainCase

  test "without using", context do
    assert context.plain
  end
end
