# A stream gives what comes of the elements in their order, or as it comes.
f = fn ms -> Process.sleep(ms); ms end
IO.inspect(Enum.to_list(Task.async_stream([90, 30, 60], f, max_concurrency: 3)))
IO.inspect(Enum.to_list(Task.async_stream([90, 30, 60], f, max_concurrency: 3, ordered: false)))
IO.inspect(Enum.to_list(Task.async_stream([90, 30, 30], f, max_concurrency: 2, ordered: false)))
IO.inspect(Enum.to_list(Task.async_stream([], f)))
IO.inspect(Process.info(self(), :messages))
