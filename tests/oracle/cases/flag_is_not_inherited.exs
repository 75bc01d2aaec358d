# A child does not trap exits because its parent does.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> Process.sleep(:infinity) end)
    IO.inspect(Process.info(pid, :trap_exit))
    Process.exit(pid, :boom)
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
