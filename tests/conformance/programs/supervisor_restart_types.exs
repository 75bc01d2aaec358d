# permanent, transient and temporary children.
defmodule K do
  use GenServer
  def start_link({name, _}), do: GenServer.start_link(__MODULE__, name, name: name)
  def child_spec({name, restart}), do: %{id: name, start: {__MODULE__, :start_link, [{name, restart}]}, restart: restart}
  def init(n), do: {:ok, n}
  def handle_cast({:stop, reason}, n), do: {:stop, reason, n}
end

children = [{K, {:perm, :permanent}}, {K, {:trans, :transient}}, {K, {:temp, :temporary}}]
{:ok, sup} = Supervisor.start_link(children, strategy: :one_for_one, max_restarts: 10)

for reason <- [:normal, :shutdown, :crash], name <- [:perm, :trans, :temp], Process.whereis(name) do
  pid = Process.whereis(name)
  GenServer.cast(name, {:stop, reason})
  Process.sleep(10)
  again = Process.whereis(name)
  IO.inspect({name, reason, if(again, do: again != pid, else: :gone)})
end

IO.inspect(Supervisor.count_children(sup))
