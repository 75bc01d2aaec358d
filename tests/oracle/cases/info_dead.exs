# There is no information about a dead process: nil.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    IO.inspect({Process.info(pid), Process.info(pid, :status), Process.alive?(pid)})
  end
end

Main.main()
