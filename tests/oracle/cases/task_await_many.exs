# await_many gives the replies in the order of the tasks, whatever their own.
tasks = for n <- [60, 20, 40], do: Task.async(fn -> Process.sleep(n); n end)
IO.inspect(Task.await_many(tasks))
IO.inspect(Task.await_many([]))
task = Task.async(fn -> :twice end)
IO.inspect(Task.await_many([task, task]))
IO.inspect(Process.info(self(), :messages))
