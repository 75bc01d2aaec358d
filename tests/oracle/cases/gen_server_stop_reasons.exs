# stop with another reason: reported unless it is a shutdown.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, %{n: 1}}
end

for reason <- [:shutdown, {:shutdown, :x}, :boom] do
  {:ok, _} = GenServer.start(Server, [], name: :server)
  IO.inspect(GenServer.stop(:server, reason))
end
