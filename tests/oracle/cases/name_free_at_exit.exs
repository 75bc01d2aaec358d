# When the EXIT of a linked process arrives its name is free.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> receive do :die -> exit(:boom) end end)
    Process.register(pid, :holder)
    send(pid, :die)
    receive do {:EXIT, ^pid, _} -> IO.inspect(Process.whereis(:holder)) end
  end
end

Main.main()
