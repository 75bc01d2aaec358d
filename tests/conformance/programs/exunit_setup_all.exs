ExUnit.start(seed: 0)

defmodule SetupAllTest do
  use ExUnit.Case

  setup_all do
    counter = start_supervised!({Agent, fn -> 0 end})
    {:ok, log} = Agent.start_link(fn -> [:started] end)
    [counter: counter, log: log]
  end

  setup_all %{counter: counter} do
    Agent.update(counter, &(&1 + 10))
  end

  setup_all :more

  def more(context), do: {:ok, keys: Enum.count(context, fn {key, _} -> key in [:counter, :log] end)}

  setup %{counter: counter} do
    Agent.update(counter, &(&1 + 1))
    on_exit(fn -> Agent.update(counter, &(&1 + 100)) end)
  end

  test "first", %{counter: counter, log: log, keys: keys} do
    assert Agent.get(counter, & &1) == 11
    assert Agent.get(log, & &1) == [:started]
    assert keys == 2
  end

  test "second sees what the first has done", %{counter: counter} do
    assert Agent.get(counter, & &1) == 112
  end
end

defmodule SetupAllRaisesTest do
  use ExUnit.Case

  setup_all do
    %{} = Process.get(:nothing)
    :ok
  end

  test "never", do: assert(true)
end
