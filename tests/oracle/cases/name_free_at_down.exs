# When the DOWN arrives the name is free, and can be given again.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> receive do :stop -> :ok end end)
    Process.register(pid, :holder)
    send(pid, :stop)
    receive do {:DOWN, ^ref, _, _, _} -> IO.inspect({Process.whereis(:holder), Process.register(self(), :holder)}) end
  end
end

Main.main()
