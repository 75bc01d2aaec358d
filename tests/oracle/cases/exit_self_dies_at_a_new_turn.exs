# exit(self(), reason) stops the code at once, but the process dies at a new turn: those who are due come first.
defmodule Main do
  def main do
    me = self()
    spawn_monitor(fn -> Process.exit(self(), :boom) end)
    spawn(fn -> send(me, :one); :erlang.yield(); send(me, :two); :erlang.yield(); send(me, :three) end)
    for _ <- 1..4 do
      receive do
        {:DOWN, _, _, _, reason} -> IO.inspect(reason)
        message -> IO.inspect(message)
      end
    end
  end
end

Main.main()
