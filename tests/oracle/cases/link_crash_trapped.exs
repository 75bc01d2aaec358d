# Where exits are trapped the end of a linked process is the message {:EXIT, pid, reason}.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(:boom) end)
    receive do message -> IO.inspect(message == {:EXIT, pid, :boom}) end
    IO.inspect(Process.info(self(), :links))
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
