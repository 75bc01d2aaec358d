# There is one link between two processes, however often it is made: one unlink removes it.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn(fn -> receive do :die -> exit(:boom) end end)
    Process.link(pid)
    Process.link(pid)
    IO.inspect(Process.info(self(), :links) == {:links, [pid]})
    Process.unlink(pid)
    IO.inspect(Process.info(self(), :links))
    send(pid, :die)
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
