# The report of a server that a cast or a message ended: last message and state.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
  def handle_cast(:crash, _), do: raise ArgumentError, "bad cast"
  def handle_info(:crash, _), do: exit(:crashed)
  def handle_info(:stop, s), do: {:stop, :tired, [:new | s]}
end

{:ok, pid} = GenServer.start(Server, [1])
GenServer.cast(pid, :crash)
Process.sleep(50)
{:ok, pid} = GenServer.start(Server, [2], name: Server)
send(pid, :crash)
Process.sleep(50)
{:ok, pid} = GenServer.start(Server, [3], name: :server)
send(pid, :stop)
Process.sleep(50)
