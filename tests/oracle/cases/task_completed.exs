# A completed task has a result and no process.
task = Task.completed(:done)
IO.puts(inspect(%{task | owner: :owner}))
IO.inspect(Task.await(task))
IO.inspect(Task.yield(Task.completed(1)))
IO.inspect(Task.await_many([Task.async(fn -> 2 end), Task.completed(3)]))
try do
  Task.shutdown(task)
rescue
  error in ArgumentError -> IO.puts(error.message)
end
