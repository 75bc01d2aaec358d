# A message that does not match puts a waiting process in the queue as well; by its turn the right one may be there.
defmodule Main do
  def main do
    me = self()
    [first, second] = for n <- 1..2, do: spawn(fn -> receive do :go -> send(me, n) end end)
    Process.sleep(20)
    send(first, :noise)
    send(second, :go)
    send(first, :go)
    for _ <- 1..2, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
