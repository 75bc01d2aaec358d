# Who waits too long exits; the agent goes on, and its late reply is dropped.
defmodule Slow do
  def bump(n) do
    Process.sleep(100)
    n + 1
  end
end

{:ok, agent} = Agent.start(fn -> 0 end)
try do
  Agent.update(agent, Slow, :bump, [], 50)
catch
  :exit, reason -> IO.inspect(reason)
end
Process.sleep(100)
IO.inspect(Process.info(self(), :messages))
IO.inspect(Agent.get(agent, & &1))
