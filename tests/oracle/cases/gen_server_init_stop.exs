# init returns {:stop, reason}: start gives {:error, reason}, and nothing is reported.
defmodule Server do
  use GenServer
  def init(reason), do: {:stop, reason}
end

IO.inspect(GenServer.start(Server, :no_disk, name: :server))
IO.inspect(Process.whereis(:server))
