# Any process can cancel a timer whose reference it knows.
defmodule Main do
  def main do
    me = self()
    ref = Process.send_after(self(), :alarm, 60)
    spawn(fn -> send(me, {:left, Process.cancel_timer(ref)}) end)
    receive do {:left, left} -> IO.inspect(left in 1..60) end
    receive do :alarm -> IO.puts("alarm") after 120 -> IO.puts("nothing") end
  end
end

Main.main()
