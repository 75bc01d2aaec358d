# Sleepers of one length wake in the order in which they lay down.
defmodule Main do
  def main do
    me = self()
    align(System.monotonic_time(:millisecond))
    for n <- 1..5, do: spawn(fn -> Process.sleep(30); send(me, n) end)
    for _ <- 1..5, do: (receive do message -> IO.inspect(message) end)
  end

  def align(ms), do: if(System.monotonic_time(:millisecond) == ms, do: align(ms))
end

Main.main()
