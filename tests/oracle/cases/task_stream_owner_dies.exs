# The tasks of a stream die with its owner.
main = self()
owner = spawn(fn ->
  Stream.run(Task.async_stream([1, 2], fn _ -> send(main, self()); Process.sleep(1_000) end, max_concurrency: 2))
end)
pids = for _ <- 1..2, do: (receive do pid -> pid end)
refs = for pid <- pids, do: Process.monitor(pid)
Process.exit(owner, :boom)
for ref <- refs, do: (receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end)
