# init returns {:stop, reason} to start_link: the link takes the starter with it.
defmodule Server do
  use GenServer
  def init(reason), do: {:stop, reason}
end

me = self()
{_, ref} = spawn_monitor(fn ->
  result = GenServer.start_link(Server, :no_disk)
  send(me, {:went_on, result})
end)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
receive do any -> IO.inspect(any) after 0 -> IO.puts("did not go on") end
