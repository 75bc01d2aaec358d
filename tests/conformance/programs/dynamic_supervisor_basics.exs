# A DynamicSupervisor: children come and go.
defmodule Session do
  use GenServer, restart: :transient
  def start_link(user), do: GenServer.start_link(__MODULE__, user)
  def init(user), do: {:ok, user}
  def handle_call(:user, _, u), do: {:reply, u, u}
  def handle_cast(:crash, _), do: exit(:shutdown)
  def handle_cast(:logout, u), do: {:stop, :normal, u}
end

defmodule Sessions do
  use DynamicSupervisor
  def start_link(_), do: DynamicSupervisor.start_link(__MODULE__, :ok, name: __MODULE__)
  def init(:ok), do: DynamicSupervisor.init(strategy: :one_for_one, max_children: 3)
  def open(user), do: DynamicSupervisor.start_child(__MODULE__, {Session, user})
end

{:ok, _} = Sessions.start_link([])
{:ok, a} = Sessions.open("ann")
{:ok, b} = Sessions.open("bob")
{:ok, c} = Sessions.open("cid")
IO.inspect(Sessions.open("dan"))
IO.inspect(Enum.map([a, b, c], &GenServer.call(&1, :user)))
GenServer.cast(a, :logout)
Process.sleep(5)
IO.inspect(DynamicSupervisor.count_children(Sessions))
IO.inspect(DynamicSupervisor.terminate_child(Sessions, b))
IO.inspect(DynamicSupervisor.terminate_child(Sessions, b))
IO.inspect(for {id, pid, type, mods} <- DynamicSupervisor.which_children(Sessions), do: {id, pid == c, type, mods})
