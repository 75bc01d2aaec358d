ExUnit.start(seed: 0)

defmodule LinkedTest do
  use ExUnit.Case

  test "a link that is trapped" do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(:bad) end)
    assert_receive {:EXIT, ^pid, :bad}
  end

  test "the next test traps nothing" do
    assert Process.info(self(), :trap_exit) == {:trap_exit, false}
  end

  test "a task that raises" do
    task = Task.async(fn -> raise "in the task" end)
    Task.await(task)
  end

  test "a child that is shut down" do
    spawn_link(fn -> exit(:shutdown) end)
    Process.sleep(50)
  end

  test "what it started ends with it" do
    {:ok, agent} = Agent.start_link(fn -> 1 end)
    Process.register(agent, :of_a_test)
    assert Agent.get(:of_a_test, & &1) == 1
  end

  test "and is gone" do
    Process.sleep(10)
    assert Process.whereis(:of_a_test) == nil
  end

  test "ends normally in the middle" do
    exit(:normal)
  end
end
