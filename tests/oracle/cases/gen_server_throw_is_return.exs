# What a callback throws is taken for its return value.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(:call, _from, n), do: throw({:reply, :thrown, n + 1})
  def handle_cast(:cast, n), do: throw({:noreply, n + 10})
  def handle_info(:info, n), do: throw({:noreply, n + 100, {:continue, :on}})
  def handle_continue(:on, n), do: throw({:stop, {:shutdown, n}, n})
end

{:ok, pid} = GenServer.start(Server, [])
ref = Process.monitor(pid)
IO.inspect(GenServer.call(pid, :call))
GenServer.cast(pid, :cast)
send(pid, :info)
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
