# An owner that does not catch it dies of the timeout.
task = Task.async(fn -> Process.sleep(1_000) end)
Task.await(task, 50)
