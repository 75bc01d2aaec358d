# What terminate throws is taken for its return value.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 1}
  def handle_call(:stop, _from, n), do: {:stop, :normal, :bye, n}
  def terminate(_, _), do: throw(:away)
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.call(pid, :stop))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
