ExUnit.start(seed: 0)

defmodule Counter do
  use GenServer
  def start_link(n), do: GenServer.start_link(__MODULE__, n, name: __MODULE__)
  def next, do: GenServer.call(__MODULE__, :next)
  @impl true
  def init(n), do: {:ok, n}
  @impl true
  def handle_call(:next, _from, n), do: {:reply, n, n + 1}
end

defmodule SupervisedTest do
  use ExUnit.Case

  test "a server for this test" do
    pid = start_supervised!({Counter, 5})
    assert Counter.next() == 5
    assert Counter.next() == 6
    assert Process.whereis(Counter) == pid
  end

  test "it is gone in the next test" do
    assert Process.whereis(Counter) == nil
    assert {:ok, _pid} = start_supervised({Counter, 1})
    assert Counter.next() == 1
  end

  test "it is started again" do
    pid = start_supervised!({Counter, 1})
    Counter.next()
    ref = Process.monitor(pid)
    Process.exit(pid, :kill)
    assert_receive {:DOWN, ^ref, :process, ^pid, :killed}
    Process.sleep(10)
    assert Counter.next() == 1
  end

  test "twice" do
    start_supervised!({Counter, 1})
    assert {:error, {:duplicate_child_name, Counter}} = start_supervised({Counter, 1})
    assert stop_supervised(Counter) == :ok
    assert stop_supervised(Counter) == {:error, :not_found}
    assert Process.whereis(Counter) == nil
  end

  test "one that does not start" do
    start_supervised!(%{id: :bad, start: {__MODULE__, :fails, []}})
  end

  def fails, do: {:error, :nope}

  test "on_exit runs when the test has ended" do
    {:ok, agent} = Agent.start(fn -> [] end, name: :log)
    on_exit(fn -> Agent.update(agent, &[:first | &1]) end)
    on_exit(fn -> Agent.update(agent, &[:second | &1]) end)
    assert Agent.get(agent, & &1) == []
  end

  test "the last one first" do
    assert Agent.get(:log, & &1) == [:first, :second]
    Agent.stop(:log)
  end

  test "on_exit that fails" do
    on_exit(fn -> raise "too late" end)
  end
end
