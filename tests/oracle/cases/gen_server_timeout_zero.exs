# A timeout of 0 comes only if no message waits, and :infinity is none.
defmodule Server do
  use GenServer
  def init(log) do
    send(self(), :queued)
    {:ok, log, 0}
  end
  def handle_info(:queued, log), do: {:noreply, [:queued | log], 0}
  def handle_info(:timeout, log), do: {:noreply, [:timeout | log], :infinity}
  def handle_call(:log, _from, log), do: {:reply, log, log}
end

{:ok, pid} = GenServer.start(Server, [])
Process.sleep(10)
IO.inspect(GenServer.call(pid, :log))
