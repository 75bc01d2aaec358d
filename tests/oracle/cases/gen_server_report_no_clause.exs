# The report of a server that has no clause for what it was asked.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, [1]}
  def handle_call(:known, _from, s), do: {:reply, :ok, s}
end

{:ok, _} = GenServer.start(Server, [], name: Server)
try do GenServer.call(Server, {:unknown, 7}) catch :exit, _ -> :ok end
