# A process that an exit signal reaches before its first turn never runs a line.
defmodule Main do
  def main do
    me = self()
    {pid, _} = spawn_monitor(fn -> send(me, :ran) end)
    send(pid, :message)
    Process.exit(pid, :boom)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
