# exit(self(), :kill) ends the process with :killed, trapping or not.
defmodule Main do
  def main do
    spawn_monitor(fn -> Process.exit(self(), :kill) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    spawn_monitor(fn -> Process.flag(:trap_exit, true); Process.exit(self(), :kill) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
