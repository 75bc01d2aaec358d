# Waiting processes run in the order in which messages woke them.
defmodule Main do
  def main do
    me = self()
    pids = for n <- 1..4, do: spawn(fn -> receive do :go -> send(me, n) end end)
    Process.sleep(20)
    for n <- [3, 1, 4, 2], do: send(Enum.at(pids, n - 1), :go)
    for _ <- 1..4, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
