# A server that traps exits gets that of any other process as a message; one by exit/2, too.
defmodule Server do
  use GenServer
  def init(me) do
    Process.flag(:trap_exit, true)
    {:ok, me}
  end
  def handle_cast(:spawn, me) do
    spawn_link(fn -> exit(:boom) end)
    {:noreply, me}
  end
  def handle_info({:EXIT, _, reason}, me) do
    send(me, {:trapped, reason})
    {:noreply, me}
  end
end

{:ok, pid} = GenServer.start(Server, self())
GenServer.cast(pid, :spawn)
receive do any -> IO.inspect(any) end
spawn(fn -> Process.exit(pid, :leave) end)
receive do any -> IO.inspect(any) end
Process.exit(pid, :please)
receive do any -> IO.inspect(any) after 50 -> IO.puts("nothing") end
IO.inspect(Process.alive?(pid))
