# A call with a timeout of 0 has no reply in time.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(_, _from, n), do: {:reply, n, n + 1}
end

{:ok, pid} = GenServer.start(Server, [])
try do GenServer.call(pid, :hello, 0) catch :exit, {reason, _} -> IO.inspect(reason) end
IO.inspect(GenServer.call(pid, :hello))
