# A supervisor that gives up after too many restarts.
defmodule Crashy do
  use GenServer, restart: :permanent
  def start_link(_), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)
  def init(_), do: {:ok, nil, 2}
  def handle_info(:timeout, _), do: exit(:again)
end

Process.flag(:trap_exit, true)
{:ok, sup} = Supervisor.start_link([Crashy], strategy: :one_for_one, max_restarts: 2, max_seconds: 5)
receive do: ({:EXIT, ^sup, reason} -> IO.inspect(reason))
IO.inspect(Process.whereis(Crashy))
