# shutdown ends a task that runs and gives nil; the owner, though linked, is spared.
task = Task.async(fn -> Process.sleep(1_000) end)
ref = Process.monitor(task.pid)
IO.inspect(Task.shutdown(task))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
task = Task.async(fn -> Process.sleep(1_000) end)
ref = Process.monitor(task.pid)
IO.inspect(Task.shutdown(task, :brutal_kill))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
IO.inspect(Process.info(self(), [:messages, :monitors]))
