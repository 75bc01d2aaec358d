# yield_many tells of each task what has come of it in time; the others go on.
Process.flag(:trap_exit, true)
tasks = [
  Task.async(fn -> Process.sleep(20); 1 end),
  Task.async(fn -> Process.sleep(200); 2 end),
  Task.async(fn -> Process.sleep(40); exit(:three) end),
  Task.async(fn -> Process.sleep(60); 4 end)
]
results = Task.yield_many(tasks, 100)
IO.inspect(for {task, result} <- results, do: {task in tasks, result})
IO.inspect(Task.yield(Enum.at(tasks, 1)))
IO.inspect(Task.yield_many([], 10))
tasks = for n <- 1..3, do: Task.async(fn -> n end)
Process.sleep(20)
IO.inspect(for {_, result} <- Task.yield_many(tasks, 0), do: result)
IO.inspect(for {_, result} <- Task.yield_many([Task.async(fn -> 5 end)], 0), do: result)
