# Children as tuples, by Supervisor.Spec.
import Supervisor.Spec
IO.inspect worker(Foo, [1])
IO.inspect worker(Foo, [1], id: :a, function: :go, restart: :temporary, shutdown: :brutal_kill, modules: :dynamic)
IO.inspect supervisor(Foo, [1], restart: :transient)
IO.inspect supervise([worker(Foo, [1])], strategy: :one_for_one)
IO.inspect supervise([worker(Foo, [1])], strategy: :rest_for_one, max_restarts: 5, max_seconds: 7)
t = fn f -> try do f.() rescue e -> IO.inspect(e) end end
t.(fn -> supervise([worker(Foo, [1]), worker(Foo, [2])], strategy: :one_for_one) end)
t.(fn -> supervise([:x], strategy: :one_for_one) end)
t.(fn -> supervise([], []) end)
t.(fn -> worker(Foo, [1], nope: 1) end)
t.(fn -> supervise([worker(Foo, [1])], strategy: :one_for_one, foo: 1) |> IO.inspect end)
defmodule S do
  use Supervisor
  def start_link, do: Supervisor.start_link(__MODULE__, [], name: __MODULE__)
  def init([]), do: supervise([worker(Agent, [fn -> 1 end], id: :a), worker(Agent, [fn -> 1 end], id: :b)], strategy: :one_for_all)
end
{:ok, _} = S.start_link
IO.inspect Supervisor.count_children(S)
IO.inspect Supervisor.which_children(S) |> Enum.map(&{elem(&1,0), elem(&1,2), elem(&1,3)})
