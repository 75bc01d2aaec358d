# init exits: start gives the reason.
defmodule Server do
  use GenServer
  def init(reason), do: exit(reason)
end

IO.inspect(GenServer.start(Server, :no_disk))
IO.inspect(GenServer.start(Server, :normal))
IO.inspect(GenServer.start(Server, {:shutdown, :later}))
