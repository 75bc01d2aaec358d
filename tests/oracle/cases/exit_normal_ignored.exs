# exit(pid, :normal) has no effect on another process that does not trap exits.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    IO.inspect(Process.exit(pid, :normal))
    Process.sleep(20)
    IO.inspect(Process.alive?(pid))
  end
end

Main.main()
