# spawn_link is one step: a child that dies at once is not missed, and its reason is its own.
defmodule Main do
  def main do
    spawn_monitor(fn -> spawn_link(fn -> exit(:early) end); Process.sleep(:infinity) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
