# Nothing after exit/1 runs.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn -> send(me, :before); exit(:normal); send(me, :after) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
