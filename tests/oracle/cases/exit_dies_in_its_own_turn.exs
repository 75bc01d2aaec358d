# exit/1 ends the process in the turn that it happens in: who is told of it is due at once.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn -> exit(:boom) end)
    spawn(fn -> send(me, :one); :erlang.yield(); send(me, :two) end)
    for _ <- 1..3 do
      receive do
        {:DOWN, _, _, _, reason} -> IO.inspect(reason)
        message -> IO.inspect(message)
      end
    end
  end
end

Main.main()
