# The Agent: a state, and functions that are sent to it
#
# The functions run in the agent, one after the other. update waits until it is done, cast does not; a get after
# it sees the cast all the same. get_and_update reads and changes in one go.
#
# Try: simulator diagram agent.exs -o agent.png

{:ok, agent} = Agent.start_link(fn -> 0 end)
IO.inspect(Agent.get(agent, & &1), label: "get")
IO.inspect(Agent.update(agent, &(&1 + 1)), label: "update")
IO.inspect(Agent.get(agent, & &1), label: "get")
IO.inspect(Agent.cast(agent, &(&1 * 10)), label: "cast")
IO.inspect(Agent.get(agent, & &1), label: "get")
IO.inspect(Agent.get_and_update(agent, &{&1, 0}), label: "get_and_update")
IO.inspect(Agent.get(agent, & &1), label: "get")
Agent.stop(agent)
IO.inspect(Process.alive?(agent), label: "alive")
