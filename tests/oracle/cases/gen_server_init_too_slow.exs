# init does not return in time: the server is killed, and its name is free.
defmodule Server do
  use GenServer
  def init(_) do
    Process.sleep(200)
    {:ok, []}
  end
end

Process.flag(:trap_exit, true)
IO.inspect(GenServer.start(Server, [], name: :server, timeout: 50))
IO.inspect(Process.whereis(:server))
IO.inspect(GenServer.start_link(Server, [], name: :server, timeout: 50))
IO.inspect(Process.whereis(:server))
receive do any -> IO.inspect(any) after 300 -> IO.puts("no message") end
