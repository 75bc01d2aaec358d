# A server without handle_info reports each message and goes on.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call(:hello, _from, s), do: {:reply, :hi, s}
end

{:ok, pid} = GenServer.start(Server, [])
send(pid, {:unexpected, 1})
IO.inspect(GenServer.call(pid, :hello))
{:ok, pid} = GenServer.start(Server, [], name: :server)
send(pid, "text")
IO.inspect(GenServer.call(pid, :hello))
