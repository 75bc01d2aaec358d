# A call to a name that nobody has, to a dead process, or to itself exits at once.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:self, _from, n) do
    reason = try do GenServer.call(:server, :again) catch :exit, reason -> reason end
    {:reply, reason, n}
  end
end

try do GenServer.call(:nobody, :hello) catch :exit, reason -> IO.inspect(reason) end
pid = spawn(fn -> :ok end)
Process.sleep(10)
try do GenServer.call(pid, :hello, :infinity) catch :exit, reason -> IO.inspect(reason) end
try do GenServer.call(self(), :hello) catch :exit, reason -> IO.inspect(elem(reason, 0)) end
{:ok, _} = GenServer.start(Server, [], name: :server)
IO.inspect(GenServer.call(:server, :self))
