# Of two exit signals the first decides the reason.
defmodule Main do
  def main do
    {pid, _} = spawn_monitor(fn -> Process.sleep(:infinity) end)
    Process.exit(pid, :first)
    Process.exit(pid, :second)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
  end
end

Main.main()
