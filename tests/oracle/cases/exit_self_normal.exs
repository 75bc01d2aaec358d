# exit(self(), :normal) ends a process that does not trap exits, unlike :normal from anyone else.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn -> Process.exit(self(), :normal); send(me, :went_on) end)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
