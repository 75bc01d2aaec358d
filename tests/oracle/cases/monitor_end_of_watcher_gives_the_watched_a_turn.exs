# The end of a watcher tells the watched process to forget it: a waiting one is put into the queue.
defmodule Main do
  def main do
    me = self()
    [first, second] = for n <- 1..2, do: spawn(fn -> receive do :go -> send(me, n) end end)
    spawn(fn -> Process.monitor(first); receive do :end -> :ok end end)
    |> Process.register(:watcher)
    Process.sleep(20)
    send(:watcher, :end)
    spawn(fn -> send(second, :go); send(first, :go) end)
    for _ <- 1..2, do: (receive do n -> IO.inspect(n) end)
  end
end

Main.main()
