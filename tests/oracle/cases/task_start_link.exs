# start_link links the task to its starter, which dies of its crash.
{:ok, _} = Task.start_link(fn -> IO.puts("works") end)
Process.sleep(100)
Task.start_link(fn -> raise "oops" end)
Process.sleep(100)
IO.puts("not reached")
