# A task that takes too long ends its owner.
task = Task.async(fn -> Process.sleep(100) end)
Task.await(task, 10)
