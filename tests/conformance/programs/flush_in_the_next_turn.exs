# Who flushes the DOWN of a monitor that has ended gives way first: until its next turn the DOWN lies in its mailbox.
defmodule S do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:end, _, n), do: {:stop, :normal, :ended, n}
end

:ets.new(:log, [:named_table, :public, :ordered_set])
tell = fn x -> :ets.insert(:log, {:erlang.unique_integer([:monotonic]), x}) end

run = fn name, f ->
  tell.(name)
  main = self()

  a =
    spawn(fn ->
      x = f.(:before)
      receive do: (:go -> :ok)
      tell.({:result, f.(x)})
      send(main, :done)
    end)

  Process.sleep(5)
  send(a, :go)

  spawn(fn ->
    for n <- 1..5 do
      tell.({n, Process.info(a, :message_queue_len)})
      :erlang.yield()
    end
  end)

  receive do: (:done -> :ok)
  Process.sleep(2)
end

run.(:demonitor, fn
  :before -> elem(spawn_monitor(fn -> :ok end), 1)
  ref -> Process.demonitor(ref, [:flush])
end)

run.(:without, fn
  :before -> Process.monitor(self())
  ref -> Process.demonitor(ref, [:flush, :info])
end)

run.(:call, fn
  :before -> elem(GenServer.start(S, 0), 1)
  server -> GenServer.call(server, :end)
end)

for {_, x} <- :ets.tab2list(:log), do: IO.inspect(x)
