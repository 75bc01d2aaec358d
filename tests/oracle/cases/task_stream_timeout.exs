# A task that takes too long makes its owner exit.
f = fn ms -> Process.sleep(ms); ms end
try do
  Enum.to_list(Task.async_stream([10, 200], f, timeout: 50, max_concurrency: 2))
catch
  :exit, reason -> IO.inspect(reason)
end
IO.inspect(Process.info(self(), :messages))
Stream.run(Task.async_stream([200], f, timeout: 20))
