# With its process a name is gone: the next send to it raises.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> receive do :stop -> :ok end end)
    Process.register(pid, :mortal)
    send(:mortal, :stop)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    try do
      send(:mortal, :again)
      IO.puts("sent")
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
