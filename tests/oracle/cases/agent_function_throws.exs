# What a function throws is a bad return value of the server.
defmodule Bad do
  def throws(_), do: throw(:ball)
end

{:ok, agent} = Agent.start(fn -> :state end)
ref = Process.monitor(agent)
try do
  Agent.get(agent, Bad, :throws, [])
catch
  :exit, reason -> IO.inspect(reason)
end
receive do {:DOWN, ^ref, _, _, reason} -> IO.inspect(reason) end
Process.sleep(20)
