# A named agent: one configuration for all
#
# One process puts a key into the map, another reads it. A second agent of the same name cannot be started, and
# when the first has ended its value is gone.
#
# Try: simulator diagram named_agent.exs -o named_agent.png

empty = fn -> %{} end

{:ok, agent} = Agent.start_link(empty, name: :config)
spawn(fn -> Agent.update(:config, &Map.put(&1, :key, "value")) end)
Process.sleep(10)
IO.inspect(Agent.get(:config, & &1), label: "all")
IO.inspect(Agent.get(:config, &Map.get(&1, :key)), label: "one key")

{:error, {problem, pid}} = Agent.start_link(empty, name: :config)
IO.inspect({problem, pid == agent}, label: "a second one")

Agent.stop(:config)
Agent.start_link(empty, name: :config)
IO.inspect(Agent.get(:config, & &1), label: "at the end")
