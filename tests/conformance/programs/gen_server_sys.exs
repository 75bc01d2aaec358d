# :sys: get_state, replace_state, suspend, resume, get_status's kind.
defmodule Sys do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_call(:get, _, n), do: {:reply, n, n}
end

{:ok, pid} = GenServer.start_link(Sys, 1)
IO.inspect(:sys.get_state(pid))
IO.inspect(:sys.replace_state(pid, &(&1 + 10)))
IO.inspect(GenServer.call(pid, :get))
IO.inspect(:sys.suspend(pid))

try do
  GenServer.call(pid, :get, 10)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end

IO.inspect(:sys.resume(pid))
IO.inspect(GenServer.call(pid, :get))
