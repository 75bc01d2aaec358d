# A call that times out, caught and uncaught.
defmodule Slow do
  use GenServer
  def init(_), do: {:ok, nil}

  def handle_call(:slow, _, s) do
    Process.sleep(40)
    {:reply, :late, s}
  end
end

{:ok, pid} = GenServer.start_link(Slow, nil, name: Slow)

try do
  GenServer.call(pid, :slow, 10)
catch
  :exit, {:timeout, {GenServer, :call, [_, message, time]}} -> IO.inspect({:timeout, message, time})
end

GenServer.call(Slow, :slow, 5)
