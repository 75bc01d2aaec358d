# await gives what the task returns, and nothing of the task is left.
task = Task.async(fn -> Process.sleep(20); 42 end)
IO.inspect(Task.await(task))
Process.sleep(20)
IO.inspect(Process.info(self(), :messages))
IO.inspect(Process.info(self(), :monitors))
IO.inspect(task.pid in elem(Process.info(self(), :links), 1))
