# A dead process cannot be registered.
defmodule Main do
  def main do
    {pid, ref} = spawn_monitor(fn -> :ok end)
    receive do {:DOWN, ^ref, _, _, _} -> :ok end
    try do
      Process.register(pid, :ghost)
      IO.puts("registered")
    rescue
      error in ArgumentError -> IO.puts(Exception.message(error))
    end
    IO.inspect(Process.whereis(:ghost))
  end
end

Main.main()
