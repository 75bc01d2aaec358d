# exit(pid, :kill) ends even a process that traps exits, and its reason becomes :killed.
defmodule Main do
  def main do
    me = self()
    {pid, _} = spawn_monitor(fn ->
      Process.flag(:trap_exit, true)
      send(me, :ready)
      receive do message -> send(me, message) end
    end)
    receive do :ready -> :ok end
    Process.exit(pid, :kill)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
