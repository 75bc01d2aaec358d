# A :kill that comes through a link stays :kill: only exit(pid, :kill) becomes :killed.
defmodule Main do
  def main do
    spawn_monitor(fn -> spawn_link(fn -> exit(:kill) end); Process.sleep(:infinity) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
