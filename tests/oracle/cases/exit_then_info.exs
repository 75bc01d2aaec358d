# info waits for the exit signals its caller has sent before: it is nil.
defmodule Main do
  def main do
    pid = spawn(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    Process.exit(pid, :boom)
    IO.inspect({Process.info(pid, :links), Process.info(pid)})
  end
end

Main.main()
