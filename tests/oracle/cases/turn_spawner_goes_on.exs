# The one who spawns goes on; its children run in the order in which they were spawned.
defmodule Main do
  def main do
    me = self()
    for n <- 1..4, do: spawn(fn -> send(me, {:child, n}) end)
    send(me, :parent)
    for _ <- 1..5, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
