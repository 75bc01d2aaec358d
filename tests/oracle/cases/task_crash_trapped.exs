# An owner that traps exits outlives the task, and its await exits with the task's reason.
Process.flag(:trap_exit, true)
task = Task.async(fn -> raise "oops" end)
try do
  Task.await(task)
catch
  :exit, {{error, [_ | _]}, call} -> IO.puts(inspect({error, call}))
end
receive do {:EXIT, pid, {error, [_ | _]}} -> IO.inspect({pid == task.pid, error}) end
task = Task.async(fn -> throw(:ball) end)
try do
  Task.await(task)
catch
  :exit, {{error, [_ | _]}, _} -> IO.inspect(error)
end
task = Task.async(fn -> exit(:boom) end)
try do
  Task.await(task)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
