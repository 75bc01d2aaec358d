# A killed server has no terminate, whether it traps exits or not.
defmodule Server do
  use GenServer
  def init(me) do
    Process.flag(:trap_exit, true)
    {:ok, me}
  end
  def terminate(reason, me), do: send(me, {:terminate, reason})
end

{:ok, pid} = GenServer.start(Server, self())
ref = Process.monitor(pid)
Process.exit(pid, :kill)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
receive do any -> IO.inspect(any) after 20 -> IO.puts("no terminate") end
