# Assertions with patterns in code of macros: what they bind is that code's own.
ExUnit.start(seed: 0)
defmodule AggCase do
  use ExUnit.CaseTemplate
  using opts do
    quote do
      @agg Keyword.get(unquote(opts), :agg)
      defp assert_events(initial, expected) do
        assert {:ok, _state, events} = run(initial)
        assert List.wrap(events) == expected
      end
      defp assert_state(initial, expected) do
        assert {:ok, state, events} = run(initial)
        assert state == expected
      end
      defp run(x) do
        {:ok, 1, x}
        |> case do
          {:ok, s, e} -> {:ok, s, e}
        end
      end
    end
  end
end
defmodule T do
  use AggCase, agg: X
  test "a", do: assert_events([1], [1])
  test "b", do: assert_state([1], 1)
end
defmodule T2 do
  use ExUnit.Case
  defmacrop sent(n) do
    quote do
      send(self(), {:m, unquote(n), :x})
      want = unquote(n)
      assert_receive {:m, ^want, got}
      assert {:ok, ^got, [h | _] = l} = {:ok, :x, [1, 2]}
      refute_received {:m, ^want, _}
      {got, h, l}
    end
  end
  test "c" do
    got = 5
    assert sent(3) == {:x, 1, [1, 2]}
    assert got == 5
    assert %{a: a, b: <<c, _::binary>>} = %{a: 1, b: "xyz"}
    assert {a, c} == {1, ?x}
  end
end
