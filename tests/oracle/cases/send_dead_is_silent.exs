# A message to a dead process is lost in silence; send returns it as always.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    IO.inspect(send(pid, {:hello, 1}))
  end
end

Main.main()
