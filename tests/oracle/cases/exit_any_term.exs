# exit/1 ends a process with any term as its reason.
defmodule Main do
  def main do
    spawn_monitor(fn -> exit({:a, [1, "s", 2.5], nil}) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
