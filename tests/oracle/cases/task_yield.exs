# yield tells what has come of a task, or nil; then it can be asked again.
task = Task.async(fn -> Process.sleep(50); :value end)
IO.inspect(Task.yield(task, 20))
IO.inspect(Task.yield(task, 0))
IO.inspect(Task.yield(task))
IO.inspect(Task.yield(task, 20))
Process.flag(:trap_exit, true)
IO.inspect(Task.yield(Task.async(fn -> exit(:boom) end)))
IO.inspect(Task.yield(Task.async(fn -> exit(:normal) end)))
