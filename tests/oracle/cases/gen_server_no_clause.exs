# A request that no clause takes ends the server with :function_clause.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, [1]}
  def handle_call(:known, _from, s), do: {:reply, :ok, s}
  def handle_cast(:known, s), do: {:noreply, s}
  def handle_info(:known, s), do: {:noreply, s}
end

Process.flag(:trap_exit, true)
{:ok, pid} = GenServer.start_link(Server, [])
try do
  GenServer.call(pid, :unknown)
catch
  :exit, {{reason, [{module, function, _, _} | _]}, _} -> IO.inspect({reason, module, function})
end
for act <- [&GenServer.cast(&1, {:unknown, 2}), &send(&1, :unknown)] do
  {:ok, pid} = GenServer.start_link(Server, [])
  act.(pid)
  receive do
    {:EXIT, ^pid, {reason, [{module, function, args, _} | _]}} -> IO.inspect({reason, module, function, args})
  end
end
