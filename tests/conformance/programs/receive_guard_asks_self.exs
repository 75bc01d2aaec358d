# A guard of a receive asks for the process that receives, whatever ran before its turn.
parent = self()

spawn(fn ->
  send(parent, {:other, 1})
  Process.sleep(10)
  send(parent, {:mine, :nobody})
  send(parent, {:mine, parent})
end)

receive do
  {:mine, pid} when pid == self() -> IO.inspect(pid == parent)
end

receive do
  {:none, pid} when pid == self() -> IO.inspect(pid)
after
  5 -> IO.puts("none")
end

receive do
  {:mine, pid} when pid != self() -> IO.inspect(pid)
end
