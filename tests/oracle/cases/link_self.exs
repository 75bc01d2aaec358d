# A link to oneself is true and has no effect.
defmodule Main do
  def main do
    IO.inspect({Process.link(self()), Process.info(self(), :links)})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
