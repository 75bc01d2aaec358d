# demonitor with flush and info, the process still alive: true, and no DOWN comes.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    ref = Process.monitor(pid)
    IO.inspect(Process.demonitor(ref, [:flush, :info]))
    send(pid, :die)
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
