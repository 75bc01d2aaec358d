# What init throws is taken for its return value.
defmodule Server do
  use GenServer
  def init(value), do: throw(value)
  def handle_call(:get, _from, state), do: {:reply, state, state}
end

{:ok, pid} = GenServer.start(Server, {:ok, 7})
IO.inspect(GenServer.call(pid, :get))
IO.inspect(GenServer.start(Server, {:stop, :thrown}))
IO.inspect(GenServer.start(Server, :thrown))
