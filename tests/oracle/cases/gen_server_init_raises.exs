# init raises: start gives the exception and its stack, and the process is reported.
defmodule Server do
  use GenServer
  def init(_), do: raise "no disk"
end

{:error, {exception, [_ | _]}} = GenServer.start(Server, [], name: :server)
IO.inspect(exception)
IO.inspect(Process.whereis(:server))
