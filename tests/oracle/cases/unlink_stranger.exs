# To unlink oneself, a dead process or one that was never linked is true.
defmodule Main do
  def main do
    stranger = spawn(fn -> Process.sleep(:infinity) end)
    {dead, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    IO.inspect({Process.unlink(self()), Process.unlink(stranger), Process.unlink(dead)})
  end
end

Main.main()
