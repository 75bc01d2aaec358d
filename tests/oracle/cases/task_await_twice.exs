# A task is awaited once; a second await finds nothing.
task = Task.async(fn -> 1 end)
IO.inspect(Task.await(task))
try do
  Task.await(task, 20)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
