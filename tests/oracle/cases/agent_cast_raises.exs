# A cast that raises ends the agent; who cast it is told nothing.
defmodule Bad do
  def raises(_), do: raise "no"
end

{:ok, agent} = Agent.start(fn -> 1 end)
IO.inspect(Agent.cast(agent, Bad, :raises, []))
Process.sleep(20)
IO.inspect(Process.alive?(agent))
IO.inspect(Agent.cast(agent, Bad, :raises, []))
