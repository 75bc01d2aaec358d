# spawn_monitor is one step: a child that dies at once is not missed, and its reason is its own.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> exit(:early) end)
    receive do message -> IO.inspect(message == {:DOWN, ref, :process, pid, :early}) end
  end
end

Main.main()
