# The end of the watcher does nothing to the process it watched.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    {_, ref} = spawn_monitor(fn -> Process.monitor(pid); exit(:boom) end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    Process.sleep(20)
    IO.inspect({Process.alive?(pid), Process.info(pid, :monitored_by)})
  end
end

Main.main()
