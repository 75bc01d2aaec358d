# The process dictionary of any process can be looked at.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.put(:mood, "fine"); Process.sleep(:infinity) end)
    Process.sleep(20)
    IO.inspect({Process.info(pid, :dictionary), Process.info(self(), :dictionary)})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
