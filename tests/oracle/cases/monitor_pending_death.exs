# A monitor made behind an exit signal that will end the process comes too late: :noproc, not that signal's reason.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    Process.monitor(pid)
    receive do {:DOWN, _, :process, ^pid, reason} -> IO.inspect(reason) end
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
