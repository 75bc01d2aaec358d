# A message to a process that is already due for a turn does not move it.
defmodule Main do
  def main do
    me = self()
    pids = for n <- 1..3, do: spawn(fn -> receive do :go -> send(me, n) end end)
    for pid <- Enum.reverse(pids), do: send(pid, :go)
    for _ <- 1..3, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
