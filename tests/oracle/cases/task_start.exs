# start starts a task that nobody waits for; its crash is reported and harms nobody.
{:ok, pid} = Task.start(fn -> raise "oops" end)
Process.sleep(100)
IO.inspect({is_pid(pid), Process.alive?(pid)})
{:ok, _} = Task.start(fn -> exit(:shutdown) end)
{:ok, _} = Task.start(fn -> exit({:shutdown, 1}) end)
{:ok, _} = Task.start(fn -> exit(:normal) end)
Process.sleep(100)
IO.inspect(Process.info(self(), [:messages, :monitors]))
