# The name is registered before init runs; a name of nil is none.
defmodule Server do
  use GenServer
  def init(name), do: {:ok, Process.whereis(name || :none) == self()}
  def handle_call(:get, _from, state), do: {:reply, state, state}
end

{:ok, pid} = GenServer.start(Server, :server, name: :server)
IO.inspect(GenServer.call(pid, :get))
{:ok, pid} = GenServer.start(Server, nil, name: nil)
IO.inspect(Process.info(pid, :registered_name))
