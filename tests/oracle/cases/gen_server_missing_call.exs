# A server without handle_call: the call ends it, and Elixir says so.
defmodule Server do
  use GenServer
  def init(_), do: {:ok, %{}}
end

{:ok, _} = GenServer.start(Server, [], name: Server)
try do
  GenServer.call(Server, :hello)
catch
  :exit, {{exception, [_ | _]}, call} -> IO.inspect({exception, call})
end
