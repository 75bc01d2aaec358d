# Messages that do not match leave the deadline where it is.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> Process.sleep(60); send(me, :noise); Process.sleep(90); send(me, :wanted) end)
    receive do :wanted -> IO.puts("wanted") after 110 -> IO.puts("timeout") end
    receive do message -> IO.inspect(message) end
  end
end

Main.main()
