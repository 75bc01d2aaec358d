# An exit signal that was trapped is a message; not trapping any more changes nothing about it.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(:boom) end)
    Process.sleep(20)
    Process.flag(:trap_exit, false)
    Process.sleep(20)
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
