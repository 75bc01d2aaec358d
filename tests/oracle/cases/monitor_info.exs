# Process.info shows a monitor at both its ends.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.monitor(pid)
    IO.inspect(Process.info(self(), :monitors) == {:monitors, [process: pid]})
    IO.inspect(Process.info(pid, :monitored_by) == {:monitored_by, [self()]})
    Process.register(pid, :holder)
    other = spawn(fn -> Process.monitor(:holder); Process.sleep(:infinity) end)
    Process.sleep(20)
    IO.inspect(Process.info(other, :monitors))
  end
end

Main.main()
