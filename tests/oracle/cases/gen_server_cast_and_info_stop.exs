# handle_cast and handle_info stop: terminate sees the reason and the new state.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_cast(:stop, n), do: {:stop, :shutdown, n + 1}
  def handle_info(:stop, n), do: {:stop, {:shutdown, :info}, n + 2}
  def terminate(reason, n), do: IO.inspect({:terminate, reason, n})
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.cast(pid, :stop))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
send(pid, :stop)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
