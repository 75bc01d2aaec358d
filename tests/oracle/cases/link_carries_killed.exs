# A process ended by exit(pid, :kill) takes its links along with :killed.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn ->
      child = spawn_link(fn -> Process.sleep(:infinity) end)
      send(me, child)
      Process.sleep(:infinity)
    end)
    receive do child when is_pid(child) -> Process.exit(child, :kill) end
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
