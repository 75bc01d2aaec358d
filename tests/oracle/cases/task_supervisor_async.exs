# A supervised task is awaited like any other; it is a child until it ends.
{:ok, sup} = Task.Supervisor.start_link(name: :tasks)
task = Task.Supervisor.async(:tasks, fn -> Process.sleep(50); {Process.get(:"$callers"), Process.get(:"$ancestors")} end)
IO.inspect(Task.Supervisor.children(sup) == [task.pid])
IO.inspect(DynamicSupervisor.count_children(sup))
IO.inspect(task.mfa)
IO.inspect(Task.await(task) == {[self()], [:tasks, self()]})
Process.sleep(20)
IO.inspect(Task.Supervisor.children(:tasks))
