# A stream of supervised tasks: without links a crash is a result, with them it is the owner's end.
{:ok, sup} = Task.Supervisor.start_link()
f = fn n -> if n == 2, do: exit(:two), else: n end
IO.inspect(Enum.to_list(Task.Supervisor.async_stream_nolink(sup, [1, 2, 3], f, max_concurrency: 2)))
slow = fn ms -> Process.sleep(ms); ms end
options = [max_concurrency: 2, timeout: 50, on_timeout: :kill_task]
IO.inspect(Enum.to_list(Task.Supervisor.async_stream_nolink(sup, [10, 200, 20], slow, options)))
IO.inspect(Enum.to_list(Task.Supervisor.async_stream(sup, [10, 5], slow, max_concurrency: 2)))
{_, ref} = spawn_monitor(fn -> Stream.run(Task.Supervisor.async_stream(sup, [1, 2, 3], f, max_concurrency: 2)) end)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
IO.inspect(Task.Supervisor.children(sup))
IO.inspect(Process.info(self(), :messages))
