# Either of the two can take the link away.
defmodule Main do
  def main do
    me = self()
    pid = spawn_link(fn -> Process.unlink(me); exit(:boom) end)
    Process.sleep(20)
    IO.inspect({Process.alive?(pid), Process.info(self(), :links)})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
