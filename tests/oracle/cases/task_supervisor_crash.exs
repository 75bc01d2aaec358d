# A supervised task that is linked takes its owner with it; the supervisor goes on.
{:ok, sup} = Task.Supervisor.start_link()
main = self()
{_, ref} = spawn_monitor(fn ->
  task = Task.Supervisor.async(sup, fn -> raise "oops" end)
  Task.await(task)
end)
receive do {:DOWN, ^ref, _, _, {error, _}} -> IO.inspect(error) end
IO.inspect(Process.alive?(sup))
task = Task.Supervisor.async_nolink(sup, fn -> raise "no link" end)
{:exit, {error, _}} = Task.yield(task)
IO.inspect(error)
try do
  Task.await(Task.Supervisor.async_nolink(sup, fn -> exit(:boom) end))
catch
  :exit, {reason, {module, function, [_, timeout]}} -> IO.inspect({reason, module, function, timeout})
end
IO.inspect({Process.alive?(main), Process.info(self(), :message_queue_len)})
