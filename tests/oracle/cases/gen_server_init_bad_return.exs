# init returns nonsense: start says which.
defmodule Server do
  use GenServer
  def init(value), do: value
end

IO.inspect(GenServer.start(Server, :nonsense))
IO.inspect(GenServer.start(Server, {:noreply, 1}))
IO.inspect(GenServer.start(Server, {:ok, 1, :later, 2}))
