# A callback exits: terminate gets the reason.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 1}
  def handle_cast({:exit, reason}, _), do: exit(reason)
  def terminate(reason, state), do: IO.inspect({:terminate, reason, state})
end

for reason <- [:boom, :normal, {:shutdown, :x}] do
  {:ok, pid} = GenServer.start(Server, [])
  ref = Process.monitor(pid)
  GenServer.cast(pid, {:exit, reason})
  receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
end
