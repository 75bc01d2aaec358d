# A crash reaches a monitor as a message; the watcher lives, trapping or not.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    ref = Process.monitor(pid)
    send(pid, :die)
    receive do {:DOWN, ^ref, :process, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
