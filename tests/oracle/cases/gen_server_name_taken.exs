# A name that is taken: start says by whom, and init does not run.
defmodule Server do
  use GenServer
  def init(parent) do
    send(parent, :init)
    {:ok, parent}
  end
end

{:ok, first} = GenServer.start_link(Server, self(), name: Server)
receive do :init -> IO.puts("init") end
{:error, {:already_started, pid}} = GenServer.start_link(Server, self(), name: Server)
IO.inspect(pid == first)
IO.inspect(GenServer.start(Server, self(), name: Server) == {:error, {:already_started, first}})
receive do :init -> IO.puts("init") after 50 -> IO.puts("no init") end
