# Options of start_link: names of all kinds, timeout.
defmodule S do
  use GenServer
  def init({:sleep, ms}), do: Process.sleep(ms) && {:ok, ms}
  def init(:ignore), do: :ignore
  def init(x), do: {:ok, x}
  def handle_call(:get, _, x), do: {:reply, x, x}
end

IO.inspect(GenServer.start(S, {:sleep, 50}, timeout: 10))
IO.inspect(GenServer.start(S, :ignore))
{:ok, _} = GenServer.start_link(S, 1, name: :local_name)
{:ok, _} = GenServer.start_link(S, 2, name: {:global, :global_name})
{:ok, _} = Registry.start_link(keys: :unique, name: R)
{:ok, pid} = GenServer.start_link(S, 3, name: {:via, Registry, {R, :via_name}})
IO.inspect(GenServer.call(:local_name, :get))
IO.inspect(GenServer.call({:global, :global_name}, :get))
IO.inspect(GenServer.call({:via, Registry, {R, :via_name}}, :get))
IO.inspect(GenServer.whereis({:via, Registry, {R, :via_name}}) == pid)
IO.inspect(GenServer.call({:local_name, node()}, :get))
