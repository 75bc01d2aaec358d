# Several servers that call each other, by pid and by name; multi_call's neighbours.
defmodule Node1 do
  use GenServer
  def init(peer), do: {:ok, peer}
  def handle_call({:forward, m}, _, peer), do: {:reply, {:via, GenServer.call(peer, m)}, peer}
  def handle_call(:who, {pid, tag}, peer), do: {:reply, {is_pid(pid), is_list(tag) or is_reference(tag)}, peer}
end

defmodule Node2 do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:inc, _, n), do: {:reply, n + 1, n + 1}
end

{:ok, two} = GenServer.start_link(Node2, [])
{:ok, one} = GenServer.start_link(Node1, two)
IO.inspect(GenServer.call(one, {:forward, :inc}))
IO.inspect(GenServer.call(one, {:forward, :inc}, 1000))
IO.inspect(GenServer.call(one, :who))
IO.inspect({GenServer.whereis(one) == one, GenServer.whereis(:nobody)})
IO.inspect(:gen_server.call(two, :inc))
