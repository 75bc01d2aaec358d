# A GenServer that is suspended: what waits, what is answered, what ends it.
defmodule Log do
  use GenServer
  def start_link(arg), do: GenServer.start_link(__MODULE__, arg)
  def init(n), do: {:ok, n}
  def handle_call(:get, _, n), do: {:reply, n, n + 1}
  def handle_cast(x, n), do: (IO.inspect({:cast, x, n}); {:noreply, n + 1})
  def handle_info(x, n), do: (IO.inspect({:info, x, n}); {:noreply, n + 1})
  def terminate(why, n), do: IO.inspect({:terminate, why, n})
end

{:ok, pid} = Log.start_link(0)
IO.inspect(:sys.suspend(pid))
GenServer.cast(pid, :one)
send(pid, :two)
Process.sleep(10)
IO.puts("nothing yet")
IO.inspect(catch_exit = try do GenServer.call(pid, :get, 10) catch :exit, {reason, _} -> reason end)
IO.inspect(catch_exit)
IO.inspect(:sys.suspend(pid))
IO.inspect(:sys.get_state(pid))
IO.inspect(:sys.replace_state(pid, &(&1 + 100)))
IO.inspect(Process.info(pid, :message_queue_len))
IO.inspect(:sys.resume(pid))
Process.sleep(10)
IO.inspect(:sys.resume(pid))
IO.inspect(GenServer.call(pid, :get))

# stopped while it is suspended
:sys.suspend(pid)
GenServer.cast(pid, :never)
IO.inspect(GenServer.stop(pid))
IO.inspect(Process.alive?(pid))

# its parent ends meanwhile
parent = spawn(fn ->
  {:ok, child} = Log.start_link(7)
  Process.register(child, :child)
  receive do: (:end -> exit(:parent_over))
end)
Process.sleep(5)
child = Process.whereis(:child)
ref = Process.monitor(child)
:sys.suspend(child)
send(parent, :end)
receive do {:DOWN, ^ref, _, _, why} -> IO.inspect({:down, why}) end

# one that traps exits takes its parent's exit at once, and anybody's else when it runs again
{:ok, trapping} = GenServer.start(Log, 1)
:sys.replace_state(trapping, fn n -> Process.flag(:trap_exit, true); n end)
:sys.suspend(trapping)
Process.exit(trapping, :please)
Process.sleep(5)
IO.inspect(Process.alive?(trapping))
:sys.resume(trapping)
Process.sleep(5)
GenServer.stop(trapping, :shutdown)
