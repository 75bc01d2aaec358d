# A server that is to hibernate gives way, although a message waits for it.
defmodule S do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_cast(:sleep, n), do: {:noreply, n, :hibernate}
  def handle_cast(m, n), do: {:noreply, IO.inspect(m) && n}
  def handle_call(m, _, n), do: {:reply, m, n, :hibernate}
end

:ets.new(:log, [:named_table, :public, :ordered_set])
tell = fn x -> :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x}) end

spawn(fn ->
  send(self(), :a)
  tell.(:before)
  :proc_lib.hibernate(Kernel, :apply, [fn -> tell.({:after, Process.info(self(), :message_queue_len)}) end, []])
end)

spawn(fn -> tell.(:other) end)
Process.sleep(5)
{:ok, pid} = GenServer.start(S, 0)

for n <- 1..2 do
  spawn(fn ->
    tell.({:answer, GenServer.call(pid, n)})
    tell.({n, :done})
  end)
end

spawn(fn -> tell.(:last) end)
Process.sleep(20)
for {_, x} <- :ets.tab2list(:log), do: IO.inspect(x)
