# A function that raises ends the agent, is reported, and its caller exits.
defmodule Bad do
  def raises(_), do: raise "no"
end

{:ok, agent} = Agent.start(fn -> :state end)
ref = Process.monitor(agent)
try do
  Agent.get(agent, Bad, :raises, [])
catch
  :exit, {{error, [_ | _]}, call} -> IO.inspect({error, call})
end
receive do {:DOWN, ^ref, _, _, {error, _}} -> IO.inspect(error) end
Process.sleep(20)
