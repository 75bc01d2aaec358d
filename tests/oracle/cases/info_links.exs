# links are the pids linked now, whoever made the link.
defmodule Main do
  def main do
    idle = fn -> Process.sleep(:infinity) end
    first = spawn_link(idle)
    second = spawn(idle)
    Process.link(second)
    IO.inspect(Process.info(self(), :links) == {:links, [first, second]})
    Process.unlink(first)
    IO.inspect(Process.info(self(), :links) == {:links, [second]})
    IO.inspect(Process.info(second, :links) == {:links, [self()]})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
