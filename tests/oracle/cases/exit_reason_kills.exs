# exit(pid, reason) ends a process that does not trap exits, with that reason.
defmodule Main do
  def main do
    {pid, _} = spawn_monitor(fn -> Process.sleep(:infinity) end)
    Process.exit(pid, {:because, 1})
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
