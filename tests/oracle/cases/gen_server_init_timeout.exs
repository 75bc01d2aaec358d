# init returns a timeout: without a message in time comes :timeout.
defmodule Server do
  use GenServer
  def init(parent), do: {:ok, parent, 50}
  def handle_info(:timeout, parent) do
    send(parent, :timed_out)
    {:noreply, parent}
  end
end

{:ok, _} = GenServer.start(Server, self())
receive do :timed_out -> IO.puts("timed out") after 200 -> IO.puts("nothing") end
receive do :timed_out -> IO.puts("again") after 200 -> IO.puts("only once") end
