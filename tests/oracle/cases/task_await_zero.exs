# A timeout of 0 takes only what has come already.
task = Task.async(fn -> 1 end)
Process.sleep(20)
IO.inspect(Task.await(task, 0))
task = Task.async(fn -> 1 end)
try do
  Task.await(task, 0)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
