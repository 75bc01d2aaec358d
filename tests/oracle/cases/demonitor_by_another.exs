# A monitor can be ended only by the process that made it.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    ref = Process.monitor(pid)
    spawn(fn -> send(me, {:result, Process.demonitor(ref, [:info])}) end)
    receive do {:result, result} -> IO.inspect(result) end
    send(pid, :die)
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
