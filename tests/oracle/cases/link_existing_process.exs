# link/1 binds processes that already run, from now on.
defmodule Main do
  def main do
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    spawn_monitor(fn -> Process.link(pid); send(pid, :die); Process.sleep(:infinity) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
