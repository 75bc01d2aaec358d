# `after 0` lets nobody else run: what a new child will send is not there yet.
defmodule Main do
  def main do
    me = self()
    spawn(fn -> send(me, :from_child) end)
    receive do :from_child -> IO.puts("got it") after 0 -> IO.puts("nothing") end
    receive do :from_child -> IO.puts("got it") after 100 -> IO.puts("nothing") end
  end
end

Main.main()
