# A second reply to a call is a message of its own: what it begins with, and when the caller sees it.
defmodule S do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call({:twice, x}, from, s), do: GenServer.reply(from, x) && {:reply, x, s}
  def handle_call({:ask, o}, _, s), do: {:reply, GenServer.call(o, {:add, 1}, 30), s}
  def handle_call({:add, x}, _, s), do: {:reply, x, s}
  def handle_call({:spin, n}, from, s) do
    GenServer.reply(from, 1)
    Enum.each(1..n, & &1)
    {:reply, 2, s}
  end
end
see = fn ->
  a = receive do {r, x} when is_reference(r) -> {:replied, x} after 0 -> :nothing end
  b = Process.info(self(), :message_queue_len)
  c = receive do {r, x} when is_reference(r) -> {:replied, x} after 0 -> :nothing end
  Process.sleep(10)
  d = receive do {r, x} when is_reference(r) -> {:replied, x} after 0 -> :nothing end
  {a, b, c, d}
end
{:ok, s} = GenServer.start(S, 1)
{:ok, s0} = GenServer.start(S, 1)
alone = fn f -> me = self(); spawn(fn -> send(me, {:told, f.()}) end); receive do {:told, x} -> x end end
IO.inspect(plain: alone.(fn -> GenServer.call(s, {:twice, 3}); see.() end))
IO.inspect(infinity: alone.(fn -> GenServer.call(s, {:twice, 3}, :infinity); see.() end))
IO.inspect(busy: alone.(fn -> spawn(fn -> GenServer.call(s, {:ask, s0}) end); :erlang.yield(); GenServer.call(s, {:twice, 3}); see.() end))
IO.inspect(trapping: alone.(fn -> Process.flag(:trap_exit, true); GenServer.call(s, {:twice, 3}); see.() end))
IO.inspect(message: alone.(fn -> send(self(), :x); GenServer.call(s, {:twice, 3}); see.() end))
IO.inspect(before: alone.(fn -> me = self(); spawn(fn -> send(me, :x) end); GenServer.call(s, {:twice, 3}); see.() end))
{:ok, sup} = Supervisor.start_link([], strategy: :one_for_one)
IO.inspect(sup: alone.(fn -> Supervisor.terminate_child(sup, :none); GenServer.call(s, {:twice, 3}); see.() end))
IO.inspect(looked: alone.(fn -> GenServer.call(s, {:twice, 3}); Process.info(self(), :message_queue_len); see.() end))
IO.inspect(tags: alone.(fn -> GenServer.call(s, {:twice, 3}); receive do {[:alias | r], x} -> {is_reference(r), x} after 0 -> :nothing end end))
IO.inspect(tag: alone.(fn -> GenServer.call(s, {:twice, 3}, :infinity); receive do {r, x} -> {is_reference(r), x} after 0 -> :nothing end end))
