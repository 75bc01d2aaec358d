# P ends q, then sends to r, which is linked to q: the message arrives first, q has yet to have its turn.
defmodule Main do
  def main do
    me = self()
    Process.flag(:trap_exit, true)
    q = spawn_link(fn -> Process.sleep(:infinity) end)
    Process.sleep(20)
    spawn(fn -> Process.exit(q, :boom); send(me, :hi) end)
    Process.sleep(20)
    IO.inspect(Process.info(self(), :messages) == {:messages, [:hi, {:EXIT, q, :boom}]})
  end
end

Main.main()
