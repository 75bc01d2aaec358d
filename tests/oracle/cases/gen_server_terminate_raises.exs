# terminate raises: the server ends with that, and not with what it was about.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 1}
  def handle_call(:stop, _from, n), do: {:stop, :normal, :bye, n}
  def terminate(_, _), do: exit(:worse)
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
try do
  IO.inspect(GenServer.call(pid, :stop))
catch
  :exit, {reason, _} -> IO.inspect(reason)
end
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
