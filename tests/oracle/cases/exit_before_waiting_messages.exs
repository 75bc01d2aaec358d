# Messages that wait with an exit signal behind them are not looked at: signals come first.
defmodule Main do
  def main do
    me = self()
    {pid, _} = spawn_monitor(fn -> receive do message -> send(me, message) end; Process.sleep(:infinity) end)
    Process.sleep(20)
    send(pid, :read_me)
    Process.exit(pid, :boom)
    receive do {:DOWN, _, :process, _, reason} -> IO.inspect(reason) end
    IO.inspect(Process.info(self(), :messages))
  end
end

Main.main()
