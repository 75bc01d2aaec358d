# The parent's exit ends a server: with terminate if it traps exits, without if it does not.
defmodule Server do
  use GenServer
  def init({trap, me}) do
    Process.flag(:trap_exit, trap)
    {:ok, me}
  end
  def terminate(reason, me), do: send(me, {:terminate, reason})
end

me = self()
for trap <- [true, false], reason <- [:boom, :normal, :shutdown] do
  spawn(fn ->
    {:ok, pid} = GenServer.start_link(Server, {trap, me})
    send(me, {:server, pid})
    Process.sleep(10)
    exit(reason)
  end)
  ref = receive do {:server, pid} -> Process.monitor(pid) end
  ended = receive do {:DOWN, ^ref, _, _, reason} -> reason after 50 -> :alive end
  told = receive do {:terminate, reason} -> reason after 0 -> :nothing end
  IO.inspect({trap, reason, ended, told})
end
