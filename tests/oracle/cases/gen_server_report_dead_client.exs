# The report says that the client is dead, if it is.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
  def handle_call(:crash, _from, _) do
    Process.sleep(50)
    raise "too late"
  end
end

{:ok, pid} = GenServer.start(Server, [], name: :server)
client = spawn(fn -> GenServer.call(:server, :crash) end)
Process.sleep(10)
Process.exit(client, :kill)
ref = Process.monitor(pid)
receive do {:DOWN, ^ref, _, _, {exception, _}} -> IO.inspect(exception) end
Process.sleep(20)
