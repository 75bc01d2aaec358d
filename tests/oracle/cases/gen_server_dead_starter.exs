# A server that is linked to a starter which ends while init runs.
defmodule Server do
  use GenServer
  def init({trap, me}) do
    Process.flag(:trap_exit, trap)
    Process.sleep(100)
    send(me, :initialised)
    {:ok, me}
  end
  def terminate(reason, me), do: send(me, {:terminate, reason})
end

me = self()
next = fn -> receive do any -> any after 300 -> :nothing end end
for trap <- [true, false] do
  starter = spawn(fn -> GenServer.start_link(Server, {trap, me}) end)
  Process.sleep(30)
  Process.exit(starter, :boom)
  IO.inspect({trap, next.(), next.()})
end
