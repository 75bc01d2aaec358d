# With module, function and arguments the state comes first.
defmodule Store do
  def init(a, b), do: {a, b}
  def both({a, b}, c), do: [a, b, c]
  def swap({a, b}), do: {b, a}
  def take({a, b}, n), do: {a, {a + n, b}}
end

{:ok, agent} = Agent.start(Store, :init, [1, 2])
IO.inspect(Agent.get(agent, Store, :both, [3]))
IO.inspect(Agent.update(agent, Store, :swap, []))
IO.inspect(Agent.get_and_update(agent, Store, :take, [10]))
IO.inspect(Agent.cast(agent, Store, :swap, []))
IO.inspect(Agent.get(agent, Store, :both, [0], 100))
