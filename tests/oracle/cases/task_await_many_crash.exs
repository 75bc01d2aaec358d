# await_many exits with the reason of the first task that fails, at once.
Process.flag(:trap_exit, true)
slow = Task.async(fn -> Process.sleep(1_000) end)
bad = Task.async(fn -> Process.sleep(20); exit(:bad) end)
try do
  Task.await_many([slow, bad], 500)
catch
  :exit, {reason, {module, function, [_, timeout]}} -> IO.inspect({reason, module, function, timeout})
end
IO.inspect(Process.alive?(slow.pid))
IO.inspect(Process.info(self(), :monitors))
