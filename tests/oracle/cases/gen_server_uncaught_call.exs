# A caller that does not catch its exit dies of it, and of the same reason.
defmodule Server do
  use GenServer
  def init(arg), do: {:ok, arg}
  def handle_call(_, _from, s), do: {:noreply, s}
end

{:ok, _} = GenServer.start(Server, [], name: :server)
{_, ref} = spawn_monitor(fn -> GenServer.call(:server, :hello, 20) end)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
GenServer.call(:server, :hello, 10)
