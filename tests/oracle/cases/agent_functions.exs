# An agent's functions read its state, change it, or both; a cast tells nothing.
{:ok, agent} = Agent.start_link(fn -> [1, 2] end)
IO.inspect(Agent.get(agent, &Enum.sum/1))
IO.inspect(Agent.update(agent, &[0 | &1]))
IO.inspect(Agent.get_and_update(agent, fn [head | rest] -> {head, rest} end))
IO.inspect(Agent.cast(agent, &[9 | &1]))
IO.inspect(Agent.get(agent, & &1))
