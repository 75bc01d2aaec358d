# All functions of Agent.
{:ok, a} = Agent.start_link(fn -> [1, 2] end, name: :list)
IO.inspect(Agent.get(a, & &1))
IO.inspect(Agent.update(:list, fn l -> [0 | l] end))
IO.inspect(Agent.get_and_update(a, fn [h | t] -> {h, t} end))
IO.inspect(Agent.cast(a, &Enum.map(&1, fn x -> x * 10 end)))
IO.inspect(Agent.get(a, Enum, :sum, []))
IO.inspect(Agent.update(a, Kernel, :++, [[5]]))
IO.inspect(Agent.get(a, & &1, 1000))
IO.inspect(Agent.stop(a, :normal))
IO.inspect(Process.whereis(:list))

try do
  Agent.get(:list, & &1)
catch
  :exit, {reason, _} -> IO.inspect(reason)
end

{:error, {exception, _}} = Agent.start(fn -> raise "no state" end)
IO.inspect(exception)
