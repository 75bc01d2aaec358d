# A registered name stands for its process.
defmodule Main do
  def main do
    IO.inspect(Process.register(self(), :me))
    IO.inspect(send(:me, :hello))
    receive do message -> IO.inspect(message) end
    IO.inspect(Process.whereis(:me) == self())
  end
end

Main.main()
