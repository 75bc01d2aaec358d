# A task is linked to its owner: when it raises, the owner dies of the same reason.
task = Task.async(fn -> raise "oops" end)
try do
  Task.await(task)
catch
  :exit, _ -> IO.puts("not reached")
end
