# A timer for a name that changed hands goes to its new holder.
defmodule Main do
  def main do
    me = self()
    old = spawn(fn -> receive do message -> send(me, {:old, message}) end end)
    Process.register(old, :desk)
    Process.send_after(:desk, :alarm, 30)
    Process.unregister(:desk)
    Process.register(self(), :desk)
    receive do message -> IO.inspect(message) after 100 -> IO.puts("nothing") end
  end
end

Main.main()
