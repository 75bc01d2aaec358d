# Anyone may unregister a name; the process then may have another.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.register(pid, :first)
    IO.inspect({Process.unregister(:first), Process.whereis(:first)})
    IO.inspect({Process.register(pid, :second), Process.register(self(), :first)})
  end
end

Main.main()
