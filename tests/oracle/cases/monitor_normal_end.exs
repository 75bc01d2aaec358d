# A monitor tells of a normal end, too.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :stop -> :ok end end)
    ref = Process.monitor(pid)
    send(pid, :stop)
    receive do message -> IO.inspect(message == {:DOWN, ref, :process, pid, :normal}) end
  end
end

Main.main()
