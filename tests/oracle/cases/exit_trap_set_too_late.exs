# To trap an exit signal that is already there is too late.
defmodule Main do
  def main do
    me = self()
    {pid, _} = spawn_monitor(fn -> Process.flag(:trap_exit, true); send(me, :trapping) end)
    Process.exit(pid, :boom)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
