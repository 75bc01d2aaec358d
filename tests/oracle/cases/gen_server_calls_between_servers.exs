# A callback may call another server; two servers that call each other both wait until one gives up.
defmodule Server do
  use GenServer
  def init(other), do: {:ok, other}
  def handle_call(:ask, _from, other) do
    {:reply, {:ok, (try do GenServer.call(other, :back, 50) catch :exit, {reason, _} -> reason end)}, other}
  end
  def handle_call(:back, from, other), do: handle_call(:ask, from, other)
  def handle_call(:plain, _from, other), do: {:reply, :plain, other}
end

{:ok, _} = GenServer.start(Server, :b, name: :a)
{:ok, _} = GenServer.start(Server, :a, name: :b)
IO.inspect(GenServer.call(:a, :ask))
IO.inspect(GenServer.call(:a, :plain))
