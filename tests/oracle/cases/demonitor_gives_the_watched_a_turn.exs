# So does demonitor.
defmodule Main do
  def main do
    me = self()
    [first, second] = for n <- 1..2, do: spawn(fn -> receive do :go -> send(me, n) end end)
    ref = Process.monitor(first)
    Process.sleep(20)
    Process.demonitor(ref)
    send(second, :go)
    send(first, :go)
    for _ <- 1..2, do: (receive do n -> IO.inspect(n) end)
  end
end

Main.main()
