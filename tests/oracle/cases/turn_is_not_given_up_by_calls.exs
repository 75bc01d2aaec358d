# Spawning, sending, registering, linking and monitoring let nobody else run.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn -> send(me, :child); Process.sleep(:infinity) end)
    Process.link(pid)
    Process.monitor(pid)
    Process.unlink(pid)
    Process.register(pid, :child)
    send(pid, :hello)
    Process.send_after(pid, :alarm, 10_000)
    Process.whereis(:child)
    send(me, :parent)
    for _ <- 1..2, do: (receive do message -> IO.inspect(message) end)
  end
end

Main.main()
