# init returns {:ok, state}: start gives the pid, and calls see the state.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, {:state_of, arg}}
  def handle_call(:get, _from, state), do: {:reply, state, state}
end

{:ok, pid} = GenServer.start(Server, [1, 2])
IO.inspect(GenServer.call(pid, :get))
IO.inspect(Process.alive?(pid))
