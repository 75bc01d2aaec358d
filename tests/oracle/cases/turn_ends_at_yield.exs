# A process that yields goes behind all who are due.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> send(me, :a1); :erlang.yield(); send(me, :a2) end)
    spawn(fn -> send(me, :b1); :erlang.yield(); send(me, :b2) end)
    for _ <- 1..4, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
