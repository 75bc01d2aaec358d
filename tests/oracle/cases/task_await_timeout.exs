# Who awaits too long exits; the task goes on, and its late reply is dropped.
main = self()
task = Task.async(fn -> Process.sleep(800); send(main, :done); :late end)
try do
  Task.await(task, 50)
catch
  :exit, reason -> IO.puts(inspect(reason))
end
IO.inspect(Process.alive?(task.pid))
Process.sleep(900)
IO.inspect(Process.info(self(), :messages))
