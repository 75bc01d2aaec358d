# A task that crashes takes the stream and its owner with it.
f = fn n -> if n == 2, do: raise("oops"), else: n end
try do
  Enum.to_list(Task.async_stream([1, 2, 3], f, max_concurrency: 1))
catch
  :exit, _ -> IO.puts("not reached")
end
