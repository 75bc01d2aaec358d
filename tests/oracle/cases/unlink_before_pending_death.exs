# unlink holds even when the exit signal that will end the other is already on its way to it.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    Process.unlink(pid)
    receive do message -> IO.inspect(message) after 20 -> IO.puts("nothing") end
    IO.inspect(Process.alive?(pid))
  end
end

Main.main()
