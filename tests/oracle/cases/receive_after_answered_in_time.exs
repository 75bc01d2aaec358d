# A message before the deadline ends the wait; the deadline is forgotten.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> Process.sleep(20); send(me, :answer) end)
    receive do message -> IO.inspect(message) after 5_000 -> IO.puts("timeout") end
    receive do message -> IO.inspect(message) after 40 -> IO.puts("timeout") end
  end
end

Main.main()
