# The DOWN of a process that was dead already comes when the watcher's turn ends: `after 0` does not see it.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    Process.monitor(pid)
    receive do {:DOWN, _, _, _, reason} -> IO.inspect(reason) after 0 -> IO.puts("nothing") end
    receive do {:DOWN, _, _, _, reason} -> IO.inspect(reason) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
