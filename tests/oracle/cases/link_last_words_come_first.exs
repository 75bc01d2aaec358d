# What a process sent before it ended arrives before its EXIT.
defmodule Main do
  def main do
    me = self()
    Process.flag(:trap_exit, true)
    spawn_link(fn -> send(me, :one); send(me, :two); exit(:boom) end)
    receive do message -> IO.inspect(message) end
    receive do message -> IO.inspect(message) end
    receive do {:EXIT, _, reason} -> IO.inspect(reason) end
  end
end

Main.main()
