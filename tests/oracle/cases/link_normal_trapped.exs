# The normal end of a linked process is a message where exits are trapped.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> :ok end)
    receive do {:EXIT, ^pid, reason} -> IO.inspect(reason) end
  end
end

Main.main()
