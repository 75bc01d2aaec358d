# A timeout of 0 comes after what is in the mailbox, system messages too; a hibernating server goes back to sleep.
defmodule Zero do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_cast({:go, t}, n), do: (IO.puts("go #{n}"); {:noreply, n + 1, t})
  def handle_info(what, n), do: (IO.puts("#{what} #{n}"); {:noreply, n + 1})
end

{:ok, pid} = GenServer.start(Zero, 0)
:sys.suspend(pid)
GenServer.cast(pid, {:go, 0})
GenServer.cast(pid, {:go, 0})
send(pid, :hello)
:sys.resume(pid)
Process.sleep(5)
:sys.suspend(pid)
GenServer.cast(pid, {:go, 0})
task = Task.async(fn -> :sys.get_state(pid) end)
Process.sleep(5)
:sys.resume(pid)
IO.inspect(Task.await(task))
Process.sleep(5)
GenServer.cast(pid, {:go, :hibernate})
Process.sleep(5)
IO.inspect(:sys.get_state(pid))
Process.sleep(5)
send(pid, :awake)
Process.sleep(5)
GenServer.cast(pid, {:go, 0})
:sys.suspend(pid)
IO.puts("suspended")
Process.sleep(5)
:sys.resume(pid)
Process.sleep(5)
