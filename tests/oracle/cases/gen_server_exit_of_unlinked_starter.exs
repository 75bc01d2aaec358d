# start without a link has a parent of its own: the exit of its starter is just a message.
defmodule Server do
  use GenServer
  def init(me) do
    Process.flag(:trap_exit, true)
    {:ok, me}
  end
  def handle_info(message, me) do
    send(me, {:info, elem(message, 2)})
    {:noreply, me}
  end
end

me = self()
spawn(fn ->
  {:ok, pid} = GenServer.start(Server, me)
  Process.link(pid)
  exit(:boom)
end)
receive do any -> IO.inspect(any) after 50 -> IO.puts("nothing") end
