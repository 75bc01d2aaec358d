# Messages that were never received are gone with their process; nobody is told.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> receive do :stop -> :ok end end)
    send(pid, :never_read)
    send(pid, :stop)
    receive do message -> IO.inspect(message == {:DOWN, ref, :process, pid, :normal}) end
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
