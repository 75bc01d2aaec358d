# While a function takes its time in the agent everybody else waits; a cast does not.
{:ok, agent} = Agent.start(fn -> [] end)
main = self()
spawn(fn ->
  Agent.update(agent, fn log -> Process.sleep(100); [:slow | log] end)
  send(main, :slow)
end)
spawn(fn ->
  Agent.update(agent, fn log -> [:quick | log] end)
  send(main, :quick)
end)
Process.sleep(10)
Agent.cast(agent, fn log -> [:cast | log] end)
send(main, :casted)
Process.sleep(200)
IO.inspect(Process.info(self(), :messages))
IO.inspect(Agent.get(agent, &Enum.reverse/1))
