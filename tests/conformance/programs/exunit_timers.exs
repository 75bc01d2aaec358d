ExUnit.start(seed: 0, assert_receive_timeout: 300)

defmodule Reminder do
  def in_ms(ms, text), do: Process.send_after(self(), {:remember, text}, ms)
end

defmodule ReminderTest do
  use ExUnit.Case

  test "comes in time" do
    Reminder.in_ms(50, "milk")
    assert_receive {:remember, "milk"}
  end

  test "not before its time" do
    timer = Reminder.in_ms(100, "bread")
    refute_receive {:remember, _}, 50
    assert Process.cancel_timer(timer) <= 50
    refute_receive {:remember, _}, 100
  end

  test "too late" do
    Reminder.in_ms(1000, "eggs")
    assert_receive {:remember, "eggs"}
  end

  test "a task in time" do
    task = Task.async(fn -> Process.sleep(20) && :done end)
    assert Task.await(task, 200) == :done
  end

  test "a task too late" do
    task = Task.async(fn -> Process.sleep(500) end)
    assert {:timeout, _} = catch_exit(Task.await(task, 50))
    assert Task.shutdown(task, :brutal_kill) == nil
  end
end
