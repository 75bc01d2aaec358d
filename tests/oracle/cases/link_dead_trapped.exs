# To link to a dead process where exits are trapped gives an EXIT with :noproc.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    Process.flag(:trap_exit, true)
    IO.inspect(Process.link(pid))
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
