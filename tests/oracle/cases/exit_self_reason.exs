# exit(self(), reason) ends the process at once: its next line does not run.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn -> Process.exit(self(), :boom); send(me, :went_on) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
