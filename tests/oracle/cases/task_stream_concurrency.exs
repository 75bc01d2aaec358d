# So many tasks run at a time, and the next starts when one has ended.
main = self()
f = fn n ->
  send(main, {:start, n})
  Process.sleep(n)
  send(main, {:end, n})
end
Stream.run(Task.async_stream([100, 50, 101, 51], f, max_concurrency: 2))
IO.inspect(Process.info(self(), :messages))
