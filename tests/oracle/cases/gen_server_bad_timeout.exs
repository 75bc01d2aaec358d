# A timeout that is none ends the server without terminate, when it waits with it.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_info(timeout, n), do: {:noreply, n, timeout}
  def terminate(reason, _), do: IO.inspect({:terminate, reason})
end

for timeout <- [:soon, -1] do
  {:ok, pid} = GenServer.start(Server, [])
  ref = Process.monitor(pid)
  send(pid, timeout)
  receive do {:DOWN, ^ref, _, _, {reason, _}} -> IO.inspect(reason) end
end
