# When the supervisor ends its tasks do: with :shutdown, or killed where they take too long.
{:ok, sup} = Task.Supervisor.start_link()
trapping = fn -> Process.flag(:trap_exit, true); Process.sleep(:infinity) end
tasks = [
  Task.Supervisor.async_nolink(sup, fn -> Process.sleep(:infinity) end),
  Task.Supervisor.async_nolink(sup, trapping, shutdown: 50),
  Task.Supervisor.async_nolink(sup, fn -> Process.sleep(:infinity) end, shutdown: :brutal_kill)
]
Process.sleep(20)
IO.inspect(Supervisor.stop(sup))
IO.inspect(for task <- tasks, do: Task.yield(task))
