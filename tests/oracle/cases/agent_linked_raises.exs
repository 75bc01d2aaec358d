# An agent that was started with a link takes its starter with it, before that hears of its call.
defmodule Bad do
  def raises(_), do: raise "no"
end

{:ok, agent} = Agent.start_link(fn -> 1 end)
try do
  Agent.get(agent, Bad, :raises, [])
catch
  :exit, _ -> IO.puts("not reached")
end
