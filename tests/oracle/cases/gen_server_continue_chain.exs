# A continuation may continue, sleep and stop; messages wait for all of it.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, [], {:continue, 3}}
  def handle_continue(0, log), do: {:noreply, log, 20}
  def handle_continue(:stop, log), do: {:stop, {:shutdown, log}, log}
  def handle_continue(n, log), do: {:noreply, [n | log], {:continue, n - 1}}
  def handle_call(:log, _from, log), do: {:reply, log, log, 20}
  def handle_info(:timeout, log), do: {:noreply, [:timeout | log], {:continue, :stop}}
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.call(pid, :log))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
