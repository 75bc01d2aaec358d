# The sender of an exit signal runs on: until the other's turn its name is still there.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.register(pid, :holder)
    Process.exit(pid, :boom)
    before = Process.whereis(:holder) == pid
    Process.sleep(20)
    IO.inspect({before, Process.whereis(:holder)})
  end
end

Main.main()
