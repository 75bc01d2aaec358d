# So does an exit signal, even one that is ignored.
defmodule Main do
  def main do
    me = self()
    [first, second] = for n <- 1..2, do: spawn(fn -> receive do :go -> send(me, n) end end)
    Process.sleep(20)
    Process.exit(first, :normal)
    send(second, :go)
    send(first, :go)
    for _ <- 1..2, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
