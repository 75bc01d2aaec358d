defmodule A do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_info(:known, s), do: {:noreply, s + 1}
  def handle_info(msg, s), do: super(msg, s)
  def handle_call(:get, _, s), do: {:reply, s, s}
end
{:ok, p} = GenServer.start_link(A, 1)
send(p, :known)
IO.inspect(GenServer.call(p, :get))
