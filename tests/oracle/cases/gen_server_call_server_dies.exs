# The server ends during the call: the caller exits with its reason.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, 0}
  def handle_call(_, _from, n), do: {:noreply, n}
end

for reason <- [:kill, :boom, :shutdown] do
  {:ok, pid} = GenServer.start(Server, [])
  spawn(fn -> Process.sleep(20); Process.exit(pid, reason) end)
  try do
    GenServer.call(pid, :hello)
  catch
    :exit, {reason, {module, function, [_ | rest]}} -> IO.inspect({reason, module, function, rest})
  end
end
