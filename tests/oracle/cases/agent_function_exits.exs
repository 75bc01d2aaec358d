# A function that exits ends the agent for its reason.
defmodule Bad do
  def exits(_), do: exit(:boom)
end

{:ok, agent} = Agent.start(fn -> :state end)
ref = Process.monitor(agent)
try do
  Agent.update(agent, Bad, :exits, [])
catch
  :exit, reason -> IO.inspect(reason)
end
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
Process.sleep(20)
