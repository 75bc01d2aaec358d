# A call that times out exits; its late reply is dropped, and the server serves on.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:slow, _from, n) do
    Process.sleep(100)
    {:reply, n, n + 1}
  end
  def handle_call(:get, _from, n), do: {:reply, n, n}
end

{:ok, _} = GenServer.start(Server, [], name: :server)
try do
  GenServer.call(:server, :slow, 30)
catch
  :exit, reason -> IO.inspect(reason)
end
IO.inspect(GenServer.call(:server, :get))
IO.inspect(Process.info(self(), :messages))
