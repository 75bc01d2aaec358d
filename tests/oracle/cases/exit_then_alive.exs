# alive?/1 waits for the exit signals its caller has sent before: the process is dead.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    IO.inspect(Process.alive?(pid))
    fresh = spawn(fn -> Process.sleep(:infinity) end)
    Process.exit(fresh, :boom)
    IO.inspect(Process.alive?(fresh))
  end
end

Main.main()
