# exit(:kill) by a process itself reaches its links as :kill, which can be trapped there.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> exit(:kill) end)
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
