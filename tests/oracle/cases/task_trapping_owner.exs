# An owner that traps exits gets the EXIT of a task that went well, too.
Process.flag(:trap_exit, true)
task = Task.async(fn -> 1 end)
IO.inspect(Task.await(task))
receive do {:EXIT, pid, reason} -> IO.inspect({pid == task.pid, reason}) end
