defmodule W do
  use Agent
  def start_link(x), do: Agent.start_link(fn -> x end, name: __MODULE__)
end
defmodule S do
  use Supervisor
  def start_link(a), do: Supervisor.start_link(__MODULE__, a, name: __MODULE__)
  @impl true
  def init(a) do
    children = [{W, a}]
    Supervisor.init(children, strategy: :one_for_one)
  end
end
{:ok, _} = S.start_link(7)
IO.inspect(Agent.get(W, & &1))
IO.inspect(S.child_spec(1))
IO.inspect(W.child_spec(1))
