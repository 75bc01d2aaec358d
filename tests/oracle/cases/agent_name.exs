# A named agent is found by its name, and a second one of that name is not started.
{:ok, agent} = Agent.start_link(fn -> 0 end, name: :counter)
IO.inspect(Agent.update(:counter, &(&1 + 1)))
IO.inspect(Agent.get(:counter, & &1))
IO.inspect(Agent.start_link(fn -> 5 end, name: :counter) == {:error, {:already_started, agent}})
IO.inspect(Agent.start(fn -> 5 end, name: :counter) == {:error, {:already_started, agent}})
IO.inspect(Agent.get(:counter, & &1))
