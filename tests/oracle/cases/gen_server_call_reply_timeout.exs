# handle_call replies with a timeout: :timeout comes if no message does.
defmodule Server do
  use GenServer
  def init(parent), do: {:ok, parent}
  def handle_call(:go, _from, parent), do: {:reply, :gone, parent, 30}
  def handle_info(message, parent) do
    send(parent, message)
    {:noreply, parent}
  end
end

{:ok, pid} = GenServer.start(Server, self())
IO.inspect(GenServer.call(pid, :go))
receive do any -> IO.inspect(any) after 100 -> IO.puts("nothing") end
