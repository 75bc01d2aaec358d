# stop exits where there is no such server, where it takes too long, or where it ends otherwise.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
  def terminate(_, {:sleep, ms}), do: Process.sleep(ms)
  def terminate(_, {:exit, reason}), do: exit(reason)
end

try do GenServer.stop(:nobody) catch :exit, reason -> IO.inspect(reason) end
try do GenServer.stop(:nobody, :shutdown, 50) catch :exit, reason -> IO.inspect(reason) end
{:ok, pid} = GenServer.start(Server, {:sleep, 0})
GenServer.stop(pid)
try do GenServer.stop(pid) catch :exit, reason -> IO.inspect(reason) end
{:ok, _} = GenServer.start(Server, {:sleep, 100}, name: :slow)
try do GenServer.stop(:slow, :normal, 30) catch :exit, reason -> IO.inspect(reason) end
IO.inspect(is_pid(Process.whereis(:slow)))
Process.sleep(200)
IO.inspect(Process.whereis(:slow))
IO.inspect(Process.info(self(), :messages))
{:ok, _} = GenServer.start(Server, {:exit, {:shutdown, :other}}, name: :other)
try do GenServer.stop(:other) catch :exit, reason -> IO.inspect(reason) end
