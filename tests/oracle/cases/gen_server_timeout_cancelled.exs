# Any message cancels the timeout, and a callback that sets none has none.
defmodule Server do
  use GenServer
  def init(parent), do: {:ok, parent, 100}
  def handle_cast(:again, parent), do: {:noreply, parent, 100}
  def handle_cast(:never, parent), do: {:noreply, parent}
  def handle_info(:timeout, parent) do
    send(parent, :timeout)
    {:noreply, parent}
  end
end

{:ok, pid} = GenServer.start(Server, self())
Process.sleep(60)
GenServer.cast(pid, :again)
receive do :timeout -> IO.puts("timeout") after 70 -> IO.puts("put off") end
receive do :timeout -> IO.puts("timeout") after 100 -> IO.puts("nothing") end
GenServer.cast(pid, :again)
GenServer.cast(pid, :never)
receive do :timeout -> IO.puts("timeout") after 200 -> IO.puts("nothing") end
