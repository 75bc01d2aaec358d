# exit(pid, :kill) ends the main process with :killed.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> Process.exit(me, :kill) end)
    Process.sleep(100)
    IO.puts("not reached")
  end
end

Main.main()
