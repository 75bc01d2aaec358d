# A callback raises: terminate gets the exception and its stack, and the old state.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, %{count: 1}}
  def handle_call(:crash, _from, _), do: raise "oops"
  def terminate({exception, [_ | _]}, state), do: IO.inspect({:terminate, exception, state})
end

{:ok, _} = GenServer.start(Server, [], name: :server)
try do
  GenServer.call(:server, :crash)
catch
  :exit, {{exception, [_ | _]}, call} -> IO.inspect({exception, call})
end
