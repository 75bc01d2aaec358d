# A task that ends without a reply, even normally, makes await exit.
task = Task.async(fn -> exit(:normal) end)
try do
  Task.await(task)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
Process.flag(:trap_exit, true)
task = Task.async(fn -> exit({:shutdown, :enough}) end)
try do
  Task.await(task)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
IO.inspect(Process.info(self(), :message_queue_len))
