# What a task tells its owner is a message with the task's reference, and a DOWN after it.
task = Task.async(fn -> :reply end)
ref = task.ref
receive do {^ref, reply} -> IO.inspect(reply) end
receive do {:DOWN, ^ref, :process, pid, reason} -> IO.inspect({pid == task.pid, reason}) end
