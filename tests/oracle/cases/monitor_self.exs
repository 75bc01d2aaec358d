# A monitor of oneself is a reference and nothing more.
defmodule Main do
  def main do
    ref = Process.monitor(self())
    IO.inspect({is_reference(ref), Process.info(self(), :monitors), Process.info(self(), :monitored_by)})
  end
end

# In a process of its own: the one that loads this file has links and a dictionary already.
loader = self()
spawn(fn -> Main.main(); send(loader, :done) end)
receive do :done -> :ok end
