# The timeout of await_many is for all; the tasks go on, and their replies are dropped.
tasks = for n <- [20, 800, 900], do: Task.async(fn -> Process.sleep(n); n end)
try do
  Task.await_many(tasks, 60)
catch
  :exit, {reason, {Task, :await_many, [^tasks, 60]}} -> IO.inspect(reason)
end
IO.inspect(for task <- tasks, do: Process.alive?(task.pid))
Process.sleep(1000)
IO.inspect(Process.info(self(), :messages))
