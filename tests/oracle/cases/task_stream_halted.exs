# Who wants no more of a stream has the tasks that still run killed.
main = self()
f = fn ms -> Process.sleep(ms); send(main, ms); ms end
IO.inspect(Enum.take(Task.async_stream([20, 50, 100, 200], f, max_concurrency: 4), 2))
Process.sleep(300)
IO.inspect(Process.info(self(), :messages))
numbers = Stream.map(Stream.iterate(1, &(&1 + 1)), fn n -> send(main, {:wanted, n}); n end)
IO.inspect(Enum.take(Task.async_stream(numbers, fn n -> n * n end, max_concurrency: 2), 2))
IO.inspect(Process.info(self(), :messages))
