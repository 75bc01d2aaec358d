# A supervised server is stopped from outside: who is started again, and what the supervisor's stop does.
defmodule S do
  use GenServer
  def start_link({name, _} = arg), do: GenServer.start_link(__MODULE__, arg, name: name)
  def child_spec({name, restart} = arg), do: %{id: name, start: {__MODULE__, :start_link, [arg]}, restart: restart}
  def init({name, _}), do: (Process.flag(:trap_exit, true); IO.puts("#{name} starts"); {:ok, name})
  def terminate(why, name), do: IO.puts("#{name} ends: #{inspect(why)}")
end

inspect({:loaded, "first", [1], %{a: 1}})
{:ok, sup} = Supervisor.start_link([S.child_spec({:a, :permanent}), S.child_spec({:b, :transient}), S.child_spec({:c, :temporary})], strategy: :one_for_one, max_restarts: 10)
for why <- [:normal, :shutdown], name <- [:a, :b, :c] do
  IO.inspect({name, why, try do GenServer.stop(name, why) catch :exit, {reason, _} -> reason end})
  Process.sleep(5)
end
IO.inspect(Supervisor.count_children(sup))
IO.inspect(Supervisor.stop(sup))
IO.inspect(for name <- [:a, :b, :c], do: Process.whereis(name))
