# A function that calls its own agent exits, and the agent with it.
defmodule Own do
  def peek(s), do: s
  def again(_), do: Agent.get(self(), Own, :peek, [])
end

{:ok, agent} = Agent.start(fn -> 1 end)
try do
  Agent.get(agent, Own, :again, [])
catch
  :exit, reason -> IO.inspect(reason)
end
Process.sleep(20)
