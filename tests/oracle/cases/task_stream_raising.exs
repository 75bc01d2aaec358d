# What the enumerable raises, or who takes the results, ends the stream and goes on up.
f = fn n -> n end
source = Stream.map([1, 2, 3], fn n -> if n == 2, do: raise("source"), else: n end)
try do
  Stream.run(Task.async_stream(source, f, max_concurrency: 1))
rescue
  error -> IO.inspect(error)
end
try do
  Enum.each(Task.async_stream([1, 2, 3], f, max_concurrency: 2), fn {:ok, n} -> if n == 2, do: raise("taker") end)
rescue
  error -> IO.inspect(error)
end
try do
  Stream.run(Task.async_stream([1], f, max_concurrency: 0))
rescue
  error -> IO.inspect(error)
end
IO.inspect(Process.info(self(), [:messages, :monitors]))
