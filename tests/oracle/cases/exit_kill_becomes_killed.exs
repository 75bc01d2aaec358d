# The links of a process ended by exit(pid, :kill) carry :killed, which can be trapped.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> Process.sleep(:infinity) end)
    Process.exit(pid, :kill)
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
