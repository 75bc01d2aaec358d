# stop waits until the agent has ended, with the reason that it is given.
{:ok, agent} = Agent.start(fn -> 1 end, name: :agent)
ref = Process.monitor(agent)
IO.inspect(Agent.stop(:agent))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
{:ok, agent} = Agent.start(fn -> 1 end)
ref = Process.monitor(agent)
IO.inspect(Agent.stop(agent, :shutdown))
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
try do
  Agent.stop(:agent)
catch
  :exit, reason -> IO.inspect(reason)
end
