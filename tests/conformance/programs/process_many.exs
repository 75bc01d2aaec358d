# Ten thousand processes, each with one message.
me = self()
pids = for n <- 1..10_000, do: spawn(fn -> receive do: ({:add, x} -> send(me, n + x)) end)
for pid <- pids, do: send(pid, {:add, 1})
total = Enum.reduce(pids, 0, fn _, sum -> receive do: (n -> sum + n) end)
IO.inspect(total)
IO.inspect(Enum.count(pids, &Process.alive?/1))
