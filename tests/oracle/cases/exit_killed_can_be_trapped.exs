# exit(pid, :killed) is an ordinary reason: it can be trapped.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn ->
      Process.flag(:trap_exit, true)
      send(me, :ready)
      receive do {:EXIT, _, reason} -> send(me, {:got, reason}) end
    end)
    receive do :ready -> :ok end
    Process.exit(pid, :killed)
    receive do {:got, reason} -> IO.inspect(reason) end
  end
end

Main.main()
