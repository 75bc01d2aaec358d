# exit(pid, reason) becomes a message where exits are trapped; the process lives on.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn ->
      Process.flag(:trap_exit, true)
      send(me, :ready)
      receive do {:EXIT, _, reason} -> send(me, {:got, reason}) end
      Process.sleep(:infinity)
    end)
    receive do :ready -> :ok end
    Process.exit(pid, :boom)
    receive do {:got, reason} -> IO.inspect(reason) end
    IO.inspect(Process.alive?(pid))
  end
end

Main.main()
