# An exit signal to a dead process is lost in silence.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    IO.inspect(Process.exit(pid, :boom))
  end
end

Main.main()
