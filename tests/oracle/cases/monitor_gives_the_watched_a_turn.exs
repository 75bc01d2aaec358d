# A monitor is a signal: it puts a waiting process into the queue when the watcher's turn ends.
defmodule Main do
  def main do
    me = self()
    [first, second] = for n <- 1..2, do: spawn(fn -> receive do :go -> send(me, n) end end)
    Process.sleep(20)
    spawn(fn -> send(second, :go); send(first, :go) end)
    Process.monitor(first)
    :erlang.yield()
    for _ <- 1..2, do: (receive do n when is_integer(n) -> IO.inspect(n) end)
  end
end

Main.main()
