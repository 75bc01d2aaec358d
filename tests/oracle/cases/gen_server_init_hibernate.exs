# init returns :hibernate: the server sleeps until the first message, and then serves on.
defmodule Server do
  use GenServer
  def init(n), do: {:ok, n, :hibernate}
  def handle_call(:next, _from, n), do: {:reply, n, n + 1, :hibernate}
end

{:ok, pid} = GenServer.start(Server, 1)
IO.inspect([GenServer.call(pid, :next), GenServer.call(pid, :next)])
Process.sleep(10)
IO.inspect(GenServer.call(pid, :next))
