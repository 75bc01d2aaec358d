# put gives the old value or nil, get the value or a default, delete what it took away.
defmodule Main do
  def main do
    IO.inspect({Process.put(:a, 1), Process.put(:a, 2), Process.get(:a)})
    IO.inspect({Process.get(:b), Process.get(:b, 9)})
    IO.inspect({Process.delete(:a), Process.delete(:a), Process.get(:a), Process.get_keys()})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
