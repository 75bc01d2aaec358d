# In its turn a process goes through all that has arrived before the next process has its turn.
defmodule Main do
  def main do
    me = self()
    pids = for n <- 1..2 do
      spawn(fn ->
        receive do :a -> send(me, {n, :a}) end
        receive do :b -> send(me, {n, :b}) end
      end)
    end
    Process.sleep(20)
    for message <- [:a, :b], pid <- pids, do: send(pid, message)
    for _ <- 1..4, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
