# An EXIT that is already in the mailbox stays there after unlink.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(:boom) end)
    Process.sleep(20)
    IO.inspect(Process.unlink(pid))
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) after 0 -> IO.puts("nothing") end
  end
end

Main.main()
