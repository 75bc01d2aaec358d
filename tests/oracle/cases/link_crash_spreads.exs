# The crash of a linked process ends one that does not trap exits, with the same reason.
defmodule Main do
  def main do
    spawn_monitor(fn -> spawn_link(fn -> exit({:boom, 1}) end); Process.sleep(:infinity) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
