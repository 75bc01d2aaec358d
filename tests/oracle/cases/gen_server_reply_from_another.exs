# Any process may reply, and the first reply is the only one.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, []}
  def handle_call(:wait, from, state) do
    spawn(fn -> Process.sleep(10); GenServer.reply(from, :first); GenServer.reply(from, :second) end)
    {:noreply, state}
  end
end

{:ok, pid} = GenServer.start(Server, [])
IO.inspect(GenServer.call(pid, :wait))
Process.sleep(20)
IO.inspect(Process.info(self(), :messages))
