# An agent reports messages that are not for it, and goes on.
{:ok, agent} = Agent.start(fn -> 1 end)
send(agent, :hello)
Process.sleep(20)
IO.inspect(Agent.get(agent, & &1))
Process.exit(agent, :kill)
Process.sleep(20)
IO.inspect(Process.alive?(agent))
