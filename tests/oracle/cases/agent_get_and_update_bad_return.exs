# What is no pair of answer and state ends the agent.
defmodule Bad do
  def three(s), do: {1, 2, s}
end

{:ok, agent} = Agent.start(fn -> :state end)
ref = Process.monitor(agent)
try do
  Agent.get_and_update(agent, Bad, :three, [])
catch
  :exit, reason -> IO.inspect(reason)
end
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
Process.sleep(20)
