# To link to a dead process where exits are not trapped raises in the caller.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    try do
      Process.link(pid)
      IO.puts("linked")
    rescue
      error in ErlangError -> IO.puts(Exception.message(error))
    end
  end
end

Main.main()
