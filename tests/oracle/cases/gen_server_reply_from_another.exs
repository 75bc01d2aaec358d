# Any process may reply; the call takes the first reply, and what comes at the same moment stays in the mailbox.
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
receive do {_, value} -> IO.inspect(value) after 0 -> IO.puts("no more") end
