# A suspended server keeps what comes, answers system messages, and goes on in order.
defmodule Q do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_cast(m, l), do: {:noreply, [m | l]}
  def handle_call(:list, _, l), do: {:reply, Enum.reverse(l), l}
  def handle_info(m, l), do: {:noreply, [{:info, m} | l]}
  def terminate(r, l), do: IO.inspect({r, Enum.reverse(l)})
end

{:ok, p} = GenServer.start(Q, nil)
GenServer.cast(p, 1)
:ok = :sys.suspend(p)
GenServer.cast(p, 2)
send(p, :hi)
IO.inspect(try do GenServer.call(p, :list, 10) catch :exit, {r, _} -> r end)
IO.inspect(:sys.get_state(p))
IO.inspect(:sys.replace_state(p, fn l -> [:replaced | l] end))
IO.inspect(Process.info(p, :message_queue_len))
:ok = :sys.resume(p)
IO.inspect(GenServer.call(p, :list))
:ok = :sys.suspend(p)
me = self()
spawn(fn -> send(me, {:stopped, GenServer.stop(p, :shutdown)}) end)
IO.inspect(receive do m -> m end)
IO.inspect(Process.alive?(p))
