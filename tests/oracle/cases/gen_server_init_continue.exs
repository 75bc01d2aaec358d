# init returns {:continue, term}: start does not wait for it, and it comes before what is queued.
defmodule Server do
  use GenServer
  def init(parent) do
    send(self(), :queued)
    {:ok, parent, {:continue, :more}}
  end
  def handle_continue(term, parent) do
    Process.sleep(20)
    send(parent, {:continued, term})
    {:noreply, parent}
  end
  def handle_info(message, parent) do
    send(parent, message)
    {:noreply, parent}
  end
end

{:ok, _} = GenServer.start(Server, self())
receive do any -> IO.inspect(any) after 0 -> IO.puts("started first") end
receive do any -> IO.inspect(any) end
receive do any -> IO.inspect(any) end
