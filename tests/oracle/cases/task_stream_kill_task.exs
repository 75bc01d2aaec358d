# With on_timeout: :kill_task it is killed, and the others go on.
f = fn ms -> Process.sleep(ms); ms end
options = [timeout: 50, on_timeout: :kill_task, max_concurrency: 2]
IO.inspect(Enum.to_list(Task.async_stream([10, 200, 20], f, options)))
IO.inspect(Enum.to_list(Task.async_stream([10, 200, 20], f, [ordered: false] ++ options)))
IO.inspect(Enum.to_list(Task.async_stream([10, 200, 20], f, [zip_input_on_exit: true] ++ options)))
IO.inspect(Enum.to_list(Task.async_stream([100], f, timeout: :infinity)))
IO.inspect(Process.info(self(), :messages))
