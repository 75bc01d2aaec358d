# A supervisor as a module, with init and child specifications of all forms.
defmodule MyWorker do
  use GenServer
  def start_link(opts), do: GenServer.start_link(__MODULE__, opts[:value], name: opts[:name])
  def init(v), do: {:ok, v}
  def handle_call(:get, _, v), do: {:reply, v, v}
end

defmodule MySup do
  use Supervisor
  def start_link(arg), do: Supervisor.start_link(__MODULE__, arg, name: __MODULE__)

  @impl true
  def init(arg) do
    children = [
      {MyWorker, name: :one, value: arg},
      %{id: :two, start: {MyWorker, :start_link, [[name: :two, value: arg * 2]]}},
      Supervisor.child_spec({MyWorker, name: :three, value: 3}, id: :three, restart: :temporary),
      {Agent, fn -> :agent end}
    ]

    Supervisor.init(children, strategy: :one_for_one, max_restarts: 2, max_seconds: 1)
  end
end

{:ok, sup} = MySup.start_link(21)
IO.inspect({GenServer.call(:one, :get), GenServer.call(:two, :get), GenServer.call(:three, :get)})
for {id, pid, type, mods} <- Supervisor.which_children(sup), do: IO.inspect({id, is_pid(pid), type, mods})
IO.inspect(Supervisor.count_children(MySup))
IO.inspect(MySup.child_spec(1))
IO.inspect(Supervisor.terminate_child(sup, :two))
IO.inspect(Process.whereis(:two))
{:ok, pid} = Supervisor.restart_child(sup, :two)
IO.inspect(is_pid(pid))
IO.inspect(Supervisor.delete_child(sup, :two))
Supervisor.terminate_child(sup, :two)
IO.inspect(Supervisor.delete_child(sup, :two))
IO.inspect(Supervisor.restart_child(sup, :nope))
{:ok, _} = Supervisor.start_child(sup, Supervisor.child_spec({MyWorker, name: :four, value: 4}, id: :four))
IO.inspect(GenServer.call(:four, :get))
