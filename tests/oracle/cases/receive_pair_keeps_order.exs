# Messages from one process to another arrive in the order sent, messages and exit signals alike.
defmodule Main do
  def main do
    Process.flag(:trap_exit, true)
    me = self()
    spawn_link(fn ->
      for n <- 1..3 do
        send(me, n)
        Process.exit(me, {:signal, n})
      end
    end)
    Process.sleep(20)
    {:messages, messages} = Process.info(self(), :messages)
    IO.inspect(Enum.map(messages, fn {:EXIT, _, reason} -> reason; n -> n end))
  end
end

Main.main()
