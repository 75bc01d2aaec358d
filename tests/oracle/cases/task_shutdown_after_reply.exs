# shutdown gives the reply of a task that has replied, and why another one ended.
task = Task.async(fn -> :value end)
Process.sleep(20)
IO.inspect(Task.shutdown(task))
task = Task.async(fn -> :value end)
Process.sleep(20)
IO.inspect(Task.shutdown(task, :brutal_kill))
Process.flag(:trap_exit, true)
for reason <- [:boom, :shutdown, :killed, :normal], how <- [5000, :brutal_kill] do
  task = Task.async(fn -> exit(reason) end)
  Process.sleep(20)
  IO.inspect({reason, how, Task.shutdown(task, how)})
end
task = Task.async(fn -> :awaited end)
Task.await(task)
Process.sleep(20)
IO.inspect(Task.shutdown(task))
