# stop ends a server with :normal, after terminate; what was sent before is handled first.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_cast(item, log), do: {:noreply, [item | log]}
  def terminate(reason, log), do: IO.inspect({:terminate, reason, log})
end

{:ok, pid} = GenServer.start_link(Server, [])
GenServer.cast(pid, 1)
GenServer.cast(pid, 2)
IO.inspect(GenServer.stop(pid))
IO.inspect(Process.alive?(pid))
