# Where there is no agent a request exits, and a cast is :ok all the same.
defmodule Own do
  def get(s), do: s
end

{:ok, agent} = Agent.start(fn -> 1 end)
Agent.stop(agent)
for who <- [agent, :nobody] do
  try do
    Agent.get(who, Own, :get, [])
  catch
    :exit, reason -> IO.inspect(reason)
  end
  IO.inspect(Agent.cast(who, Own, :get, []))
end
Agent.update(:nobody, Own, :get, [], 10)
