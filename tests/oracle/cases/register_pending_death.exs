# A process whose exit signal is still on its way to it can be given a name; it loses it at once.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    IO.inspect(Process.register(pid, :late))
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect({reason, Process.whereis(:late)}) end
  end
end

Main.main()
