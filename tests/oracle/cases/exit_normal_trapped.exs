# exit(pid, :normal) becomes a message where exits are trapped.
defmodule Main do
  def main do
    me = self()
    pid = spawn(fn ->
      Process.flag(:trap_exit, true)
      send(me, :ready)
      receive do {:EXIT, from, reason} -> send(me, {:got, from == me, reason}) end
    end)
    receive do :ready -> :ok end
    Process.exit(pid, :normal)
    receive do {:got, from_me, reason} -> IO.inspect({from_me, reason}) end
  end
end

Main.main()
