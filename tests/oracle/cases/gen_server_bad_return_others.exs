# The other callbacks cannot reply, and nonsense ends the server.
defmodule Server do
  use GenServer
  def init({:continue, value}), do: {:ok, 0, {:continue, value}}
  def init(_), do: {:ok, 0}
  def handle_cast(value, _), do: value
  def handle_info(value, _), do: value
  def handle_continue(value, _) do
    Process.sleep(10)
    value
  end
end

ended = fn {:ok, pid}, act ->
  ref = Process.monitor(pid)
  act.(pid)
  receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
end
ended.(GenServer.start(Server, []), &GenServer.cast(&1, {:reply, 1, 2}))
ended.(GenServer.start(Server, []), &GenServer.cast(&1, {:stop, :normal, :reply, 2}))
ended.(GenServer.start(Server, []), &send(&1, :ok))
ended.(GenServer.start(Server, []), &send(&1, {:noreply, 1, 2, 3}))
ended.(GenServer.start(Server, {:continue, [:noreply, 1]}), fn _ -> :ok end)
