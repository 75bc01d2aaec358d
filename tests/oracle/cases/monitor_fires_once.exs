# After its DOWN a monitor is gone.
defmodule Main do
  def main do
    {_, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
    IO.inspect({Process.info(self(), :monitors), Process.demonitor(ref, [:info])})
  end
end

Main.main()
