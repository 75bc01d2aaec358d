# A task that crashes ends its owner.
task = Task.async(fn -> raise "in the task" end)
Task.await(task)
