# A server cannot stop itself with stop.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call(:stop, _from, s) do
    {:reply, (try do GenServer.stop(:server) catch :exit, reason -> reason end), s}
  end
end

{:ok, _} = GenServer.start(Server, [], name: :server)
IO.inspect(GenServer.call(:server, :stop))
