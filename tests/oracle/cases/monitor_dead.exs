# To monitor a dead process gives a DOWN with :noproc.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> exit(:boom) end)
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
    again = Process.monitor(pid)
    receive do {:DOWN, ^again, :process, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
